package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.nio.file.Path;
import java.util.List;

/// Joins the first three stages: what the session reads is masked, and what is masked is written.
///
/// @param session an open session
/// @param historyFile where the snapshots go
/// @param key whose they are
record SnapshotTaker(CaptureSession session, Path historyFile, SnapshotKey key) {

    /// {@return the new snapshots: schema, planner, and activity of one node}
    ///
    /// @param label the node's name
    List<SnapshotInfo> take(String label) {
        Masker masker = Masker.alwaysOn();
        Stream schema = new Stream.Schema();
        Stream planner = new Stream.Planner();
        Stream activity = new Stream.Activity(label);
        try (HistoryFile file = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer = file.write(key, session.server(), session.takenAt())) {
            writer.begin(schema);
            session.readSchema(object -> writer.add(schema, masker.mask(object)));
            writer.begin(planner);
            session.readPlanner(statistics -> writer.add(planner, masker.mask(statistics)));
            writer.begin(activity);
            session.readActivity(counters -> writer.add(activity, masker.mask(counters)));
            return writer.commit();
        }
    }
}
