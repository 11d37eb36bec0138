package dev.dryrun.catalog;

import dev.dryrun.model.TableActivity;
import java.time.Instant;

/// What happened to a table on one node.
///
/// @param label the node's name
/// @param takenAt when the counters were read
/// @param activity the counters
public record NodeActivity(String label, Instant takenAt, TableActivity activity) {}
