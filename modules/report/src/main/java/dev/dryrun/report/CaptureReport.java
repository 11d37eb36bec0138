package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.util.List;

/// What `dryrun snapshot take` or `dryrun snapshot activity` did.
///
/// @param key whose snapshots they are
/// @param historyFile where they are, as to show it
/// @param snapshots what was captured, in order; not empty
/// @param warnings one line each
public record CaptureReport(
        SnapshotKey key, String historyFile, List<SnapshotInfo> snapshots, List<String> warnings) {

    public CaptureReport {
        snapshots = List.copyOf(snapshots);
        warnings = List.copyOf(warnings);
    }
}
