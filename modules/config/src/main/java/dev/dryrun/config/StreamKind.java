package dev.dryrun.config;

/// A kind of snapshot that a `[[node]]` can be asked for.
public enum StreamKind {
    /// Definitions.
    SCHEMA,
    /// The planner's statistics and sizes.
    PLANNER,
    /// Activity counters.
    ACTIVITY,
    /// `pg_stat_statements`.
    QUERY
}
