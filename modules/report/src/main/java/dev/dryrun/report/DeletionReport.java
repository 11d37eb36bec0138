package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.util.List;

/// What `dryrun snapshot delete` takes.
///
/// @param key whose
/// @param snapshot the one that was named
/// @param bound what is bound to it and goes along, newest first
/// @param twinCount how many snapshots with the same hash stay
/// @param purged whether the file was rewritten, so that no byte of it is left
public record DeletionReport(
        SnapshotKey key,
        SnapshotInfo snapshot,
        List<SnapshotInfo> bound,
        int twinCount,
        boolean purged) {

    public DeletionReport {
        bound = List.copyOf(bound);
    }
}
