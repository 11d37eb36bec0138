package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.util.List;

/// What `dryrun init` did.
///
/// @param key whose snapshots they are
/// @param configFile the `dryrun.toml`, as to show it
/// @param configWritten whether the file was made; false when it was there
/// @param historyFile where the snapshots are, as to show it
/// @param snapshots what was captured, in order; empty when no database was named
/// @param warnings what the capture had to leave out and the like, one line each
public record InitReport(
        SnapshotKey key,
        String configFile,
        boolean configWritten,
        String historyFile,
        List<SnapshotInfo> snapshots,
        List<String> warnings) {

    public InitReport {
        snapshots = List.copyOf(snapshots);
        warnings = List.copyOf(warnings);
    }
}
