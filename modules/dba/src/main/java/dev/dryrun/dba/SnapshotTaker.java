package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.Masked;
import dev.dryrun.masking.Masker;
import dev.dryrun.masking.QueryMasker;
import dev.dryrun.model.Document;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.pgquery.PgQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/// Joins the first three stages: what the session reads is masked, and what is masked is written.
///
/// @param session an open session
/// @param historyFile where the snapshots go
/// @param key whose they are
/// @param rowCap how many statements of `pg_stat_statements` at most
/// @param progress told of every object
/// @param masks by what rules to mask
record SnapshotTaker(
        CaptureSession session,
        Path historyFile,
        SnapshotKey key,
        long rowCap,
        Progress progress,
        MaskRules masks) {

    /// {@return everything a primary has: schema, planner, and one node's activity and queries}
    ///
    /// @param label the node's name
    Taken take(String label) {
        return take(
                List.of(
                        new Stream.Schema(),
                        new Stream.Planner(),
                        new Stream.Activity(label),
                        new Stream.Query(label)));
    }

    /// {@return the new snapshots, in the order of the streams}
    ///
    /// @param streams what to capture; one object after the other goes to disk, all become visible
    ///   at the end
    Taken take(List<Stream> streams) {
        Optional<Reading<Long>> statements = Optional.empty();
        List<String> warnings = new ArrayList<>();
        Masker masker = masks.masker(session::readColumnLinks, warnings::add);
        try (HistoryFile file = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer = file.write(key, session.server(), session.takenAt())) {
            for (Stream stream : streams) {
                writer.begin(stream);
                statements =
                        read(stream, masker, masked -> writer.add(stream, masked))
                                .or(keep(statements));
            }
            return new Taken(writer.commit(), statements, warnings);
        }
    }

    /// {@return the new snapshots of a node's counters. They are read whole and the session is
    /// closed before the file is touched: of several nodes that are read at once, one writes}
    ///
    /// @param streams which node's; neither schema nor planner
    /// @param writing held while writing
    Taken takeApart(List<Stream> streams, Lock writing) {
        Optional<Reading<Long>> statements = Optional.empty();
        SequencedMap<Stream, List<Masked<? extends Document>>> documents = new LinkedHashMap<>();
        for (Stream stream : streams) {
            List<Masked<? extends Document>> read = new ArrayList<>();
            statements = read(stream, Masker.alwaysOn(), read::add).or(keep(statements));
            documents.put(stream, read);
        }
        session.close();
        writing.lock();
        try (HistoryFile file = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer = file.write(key, session.server(), session.takenAt())) {
            documents.forEach((stream, read) -> {
                writer.begin(stream);
                read.forEach(one -> writer.add(stream, one));
            });
            return new Taken(writer.commit(), statements, List.of());
        } finally {
            writing.unlock();
        }
    }

    private interface Sink {
        void add(Masked<? extends Document> masked);
    }

    private Optional<Reading<Long>> read(Stream stream, Masker masker, Sink sink) {
        progress.begin("capturing " + stream.word());
        Sink counting =
                masked -> {
                    progress.step();
                    sink.add(masked);
                };
        switch (stream) {
            case Stream.Schema _ -> session.readSchema(object -> counting.add(masker.mask(object)));
            case Stream.Planner _ -> {
                session.readPlanner(statistics -> counting.add(masker.mask(statistics)));
                session.readServerFacts(fact -> counting.add(masker.mask(fact)));
                session.readSequences(sequence -> counting.add(masker.mask(sequence)));
            }
            case Stream.Activity _ -> {
                session.readActivity(counters -> counting.add(masker.mask(counters)));
                counting.add(masker.mask(session.readNode()));
            }
            case Stream.Query _ -> {
                return Optional.of(queries(counting));
            }
        }
        return Optional.empty();
    }

    private Reading<Long> queries(Sink sink) {
        QueryMasker masker = new QueryMasker(PgQuery.load());
        QueryStatisticsInfo info = session.readQueries(rowCap, masker::add);
        masker.queries().forEach(sink::add);
        sink.add(masker.mask(info));
        return info.rows();
    }

    private static Supplier<Optional<Reading<Long>>> keep(Optional<Reading<Long>> before) {
        return () -> before;
    }
}
