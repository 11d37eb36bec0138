package dev.dryrun.model;

/// A partition's place in its parent.
///
/// Source: `pg_inherits`, `pg_class.relpartbound`.
///
/// @param parent the partitioned table, itself perhaps a partition
/// @param bound as after `PARTITION OF parent`: `FOR VALUES …` or `DEFAULT`; LOCKED when it could
///   not be read
public record PartitionOf(QualifiedName parent, Reading<String> bound) {}
