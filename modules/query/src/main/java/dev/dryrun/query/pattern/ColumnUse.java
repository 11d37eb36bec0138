package dev.dryrun.query.pattern;

/// A column that a reference stands for.
///
/// @param item what it is a column of
/// @param name what it is called there; `*` is the whole row
public record ColumnUse(FromItem item, String name) {}
