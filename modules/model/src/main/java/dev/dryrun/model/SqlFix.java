package dev.dryrun.model;

/// One thing that was put right in a statement.
///
/// @param kind what was wrong: `table`, `column`, `type` or `label`
/// @param from what the statement says
/// @param to what the corrected one says
public record SqlFix(String kind, String from, String to) {}
