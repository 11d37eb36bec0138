package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.util.List;

/// What `dryrun snapshot export` wrote.
///
/// @param key whose
/// @param file the new `history.db`, as to show it
/// @param snapshots what it holds
public record ExportReport(SnapshotKey key, String file, List<SnapshotInfo> snapshots) {

    public ExportReport {
        snapshots = List.copyOf(snapshots);
    }
}
