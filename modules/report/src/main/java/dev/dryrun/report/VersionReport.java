package dev.dryrun.report;

/// What `dryrun version` says.
///
/// @param version the program's own version
/// @param historyFormat the version of `history.db` that it writes
/// @param grammar the PostgreSQL version whose grammar it parses SQL with: `18.1`
public record VersionReport(String version, int historyFormat, String grammar) {}
