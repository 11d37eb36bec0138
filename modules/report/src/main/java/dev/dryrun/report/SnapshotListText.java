package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The snapshots of a database as text.
public final class SnapshotListText {

    private SnapshotListText() {}

    /// {@return a table, then how many there are}
    ///
    /// @param key whose
    /// @param snapshots in the order to show them
    public static String of(SnapshotKey key, List<SnapshotInfo> snapshots) {
        String total =
                Counted.of(snapshots.size(), "snapshot") + " of " + VisibleText.of(key.toString());
        if (snapshots.isEmpty()) {
            return total + "\n";
        }
        TextTable table = TextTable.of("TAKEN", "STREAM", "HASH", "OBJECTS", "PG");
        for (SnapshotInfo snapshot : snapshots) {
            table.row(
                    snapshot.takenAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    snapshot.stream().word(),
                    SnapshotLine.hash(snapshot),
                    Integer.toString(snapshot.objectCount()),
                    snapshot.server().version());
        }
        return table + total + "\n";
    }
}
