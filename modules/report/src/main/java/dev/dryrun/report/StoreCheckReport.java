package dev.dryrun.report;

import java.util.List;

/// What `dryrun snapshot verify` found.
///
/// @param place where, as messages call it
/// @param snapshots how many were looked at
/// @param blobs how many documents, nodes, roots and manifests were read
/// @param bytes how many bytes of them
/// @param problems one line each; none when all is as it was pushed
public record StoreCheckReport(
        String place, int snapshots, int blobs, long bytes, List<String> problems) {

    /// Copies the list.
    public StoreCheckReport {
        problems = List.copyOf(problems);
    }
}
