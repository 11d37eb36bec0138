package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masked;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.Document;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.TableActivity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;

/// Joins the first three stages: what the session reads is masked, and what is masked is written.
///
/// @param session an open session
/// @param historyFile where the snapshots go
/// @param key whose they are
/// @param progress told of every object
record SnapshotTaker(CaptureSession session, Path historyFile, SnapshotKey key, Progress progress) {

    /// {@return the new snapshots, in the order of the streams}
    ///
    /// @param streams what to capture; one object after the other goes to disk, all become visible
    ///   at the end
    List<SnapshotInfo> take(List<Stream> streams) {
        Masker masker = Masker.alwaysOn();
        try (HistoryFile file = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer = file.write(key, session.server(), session.takenAt())) {
            for (Stream stream : streams) {
                progress.begin("capturing " + stream.word());
                writer.begin(stream);
                read(stream, masker, masked -> writer.add(stream, masked));
            }
            return writer.commit();
        }
    }

    /// {@return the new snapshot of a node's counters. They are read whole and the session is
    /// closed before the file is touched: of several nodes that are read at once, one writes}
    ///
    /// @param stream which node's
    /// @param writing held while writing
    List<SnapshotInfo> takeApart(Stream.Activity stream, Lock writing) {
        List<Masked<TableActivity>> counters = new ArrayList<>();
        Masker masker = Masker.alwaysOn();
        session.readActivity(one -> {
            progress.step();
            counters.add(masker.mask(one));
        });
        session.close();
        writing.lock();
        try (HistoryFile file = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer = file.write(key, session.server(), session.takenAt())) {
            writer.begin(stream);
            counters.forEach(one -> writer.add(stream, one));
            return writer.commit();
        } finally {
            writing.unlock();
        }
    }

    private interface Sink {
        void add(Masked<? extends Document> masked);
    }

    private void read(Stream stream, Masker masker, Sink sink) {
        Sink counting =
                masked -> {
                    progress.step();
                    sink.add(masked);
                };
        switch (stream) {
            case Stream.Schema _ -> session.readSchema(object -> counting.add(masker.mask(object)));
            case Stream.Planner _ ->
                    session.readPlanner(statistics -> counting.add(masker.mask(statistics)));
            case Stream.Activity _ ->
                    session.readActivity(counters -> counting.add(masker.mask(counters)));
        }
    }
}
