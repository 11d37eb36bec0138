package dev.dryrun.history;

import java.time.Instant;

/// What pruning keeps of one key.
///
/// @param before younger snapshots stay; of older ones the newest of each node's stream does
/// @param keepSchemas the newest so many stay whatever their age; zero or less: none ever goes
/// @param keepPlanner the newest so many stay whatever their age; zero or less: none ever goes
public record RetentionRule(Instant before, long keepSchemas, long keepPlanner) {}
