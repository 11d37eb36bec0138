package dev.dryrun.report;

import dev.dryrun.model.SnapshotKey;
import java.util.List;

/// What `dryrun snapshot push` or `pull` did.
///
/// @param place from where or to where, as messages call it
/// @param push whether it was a push
/// @param streams by key, then stream
/// @param blobs how many documents, nodes, roots and manifests moved
/// @param bytes how many bytes of them, as they travel
/// @param warnings what else is to be said, one line each
public record TransferReport(
        String place,
        boolean push,
        List<Line> streams,
        int blobs,
        long bytes,
        List<String> warnings) {

    /// Copies the lists.
    public TransferReport {
        streams = List.copyOf(streams);
        warnings = List.copyOf(warnings);
    }

    /// One stream of one key.
    ///
    /// @param key whose
    /// @param stream its word
    /// @param copied how many snapshots were not there before
    /// @param upToDate how many were
    public record Line(SnapshotKey key, String stream, int copied, int upToDate) {}
}
