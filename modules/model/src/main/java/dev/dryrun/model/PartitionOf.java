package dev.dryrun.model;

/// A partition's place in its parent.
///
/// Source: `pg_inherits`, `pg_class.relpartbound`.
///
/// @param parent the partitioned table
/// @param bound as after `PARTITION OF parent`: `FOR VALUES …` or `DEFAULT`
public record PartitionOf(QualifiedName parent, String bound) {}
