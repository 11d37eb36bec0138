package dev.dryrun.apply;

/// What to write.
///
/// @param scale what is said of the size of tables
/// @param settings whether the planner's settings become the database's own
public record ApplyOptions(Scale scale, boolean settings) {}
