package dev.dryrun.history;

import dev.dryrun.model.SnapshotInfo;
import java.util.List;

/// What a deletion took, or would take.
///
/// @param snapshot the one that was named; of several with its hash, the newest
/// @param bound snapshots of other streams that were bound to that schema and go with it, newest
///   first; empty unless it was the last snapshot of its schema
/// @param twins how many snapshots with the same hash stay
public record Deletion(SnapshotInfo snapshot, List<SnapshotInfo> bound, int twins) {
    public Deletion {
        bound = List.copyOf(bound);
    }
}
