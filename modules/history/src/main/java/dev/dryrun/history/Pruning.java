package dev.dryrun.history;

import dev.dryrun.model.SnapshotInfo;
import java.util.List;

/// What pruning took.
///
/// @param removed newest first
/// @param pinned schemas that are old enough, but that statistics which stay are bound to
/// @param documentBytes what the documents that went had taken up
public record Pruning(List<SnapshotInfo> removed, List<SnapshotInfo> pinned, long documentBytes) {
    public Pruning {
        removed = List.copyOf(removed);
        pinned = List.copyOf(pinned);
    }
}
