package dev.dryrun.apply;

/// What was put back.
///
/// @param tables how many tables, materialised views, foreign tables and indexes have again what
///   they had
/// @param gone how many that had been written to are no longer there
/// @param settings how many settings of the database
public record Undone(int tables, int gone, int settings) {}
