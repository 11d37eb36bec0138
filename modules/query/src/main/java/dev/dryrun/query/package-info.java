/// Verdicts on statements: syntax, and the names of relations, columns, types and functions.
package dev.dryrun.query;
