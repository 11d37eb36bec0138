/// What is written to a development database, and what is refused.
package dev.dryrun.apply;
