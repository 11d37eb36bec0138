/// A captured database, ready to be asked.
package dev.dryrun.catalog;
