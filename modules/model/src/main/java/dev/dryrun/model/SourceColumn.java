package dev.dryrun.model;

/// A column that values of something else are made of: of an index's expression, of an extended
/// statistics object.
///
/// @param column `attname` in the table
/// @param type its innermost type, as in [ColumnStatistics]
public record SourceColumn(String column, String type) {}
