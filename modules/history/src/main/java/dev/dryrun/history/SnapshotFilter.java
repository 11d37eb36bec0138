package dev.dryrun.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which snapshots to list.
///
/// @param kind the stream's word up to its colon: `schema`, `planner`, `activity`, `query`; null
///   for all
/// @param node the label after the colon; null for all
/// @param since only those taken then or later; null for all
/// @param limit how many at the most; 0 for all
public record SnapshotFilter(
        @Nullable String kind, @Nullable String node, @Nullable Instant since, int limit) {

    /// Everything.
    public static final SnapshotFilter ALL = new SnapshotFilter(null, null, null, 0);
}
