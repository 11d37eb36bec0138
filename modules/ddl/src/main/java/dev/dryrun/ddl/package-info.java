/// Definitions as SQL.
package dev.dryrun.ddl;
