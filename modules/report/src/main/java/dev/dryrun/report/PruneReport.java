package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `dryrun snapshot prune` takes.
///
/// @param key whose
/// @param before what is older may go; null when nothing says how old is too old
/// @param removed newest first
/// @param pinned schemas that are old enough, but that something which stays is bound to
/// @param documentBytes what the documents that went had taken up; 0 when nothing went
/// @param dryRun whether it was only asked what would go
/// @param purged whether the file was rewritten, so that no byte of it is left
public record PruneReport(
        SnapshotKey key,
        @Nullable Instant before,
        List<SnapshotInfo> removed,
        List<SnapshotInfo> pinned,
        long documentBytes,
        boolean dryRun,
        boolean purged) {

    public PruneReport {
        removed = List.copyOf(removed);
        pinned = List.copyOf(pinned);
    }
}
