/// Verdicts on statements: syntax, and the names of relations and columns.
package dev.dryrun.query;
