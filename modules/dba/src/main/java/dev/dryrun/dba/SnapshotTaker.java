package dev.dryrun.dba;

import static java.util.stream.Collectors.joining;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.PreparedDocument;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    /// What was read, and where it belongs; null when one of the stream's parts has ended.
    private record Read(Stream stream, @Nullable Masked<? extends Document> masked) {}

    /// The same, made ready where it was read, so that the thread that writes only writes.
    private record Prepared(Stream stream, @Nullable PreparedDocument document) {}

    /// {@return the new snapshots, in the order of the streams}
    ///
    /// @param streams what to capture; one object after the other goes to disk, all become visible
    ///   at the end
    Taken take(List<Stream> streams) {
        AtomicReference<Optional<Reading<Long>>> statements =
                new AtomicReference<>(Optional.empty());
        // Strategies are heard from in whatever thread reads.
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        Masker masker = masks.masker(session::readColumnLinks, warnings::add);
        List<CaptureSession.Part<Prepared>> parts =
                parts(streams, masker, statements::set).stream()
                        .map(SnapshotTaker::preparing)
                        .toList();
        begin(streams);
        try (HistoryFile file = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer =
                        file.write(key, session.server(), session.takenAt(), masker.applied())) {
            streams.forEach(writer::begin);
            Map<Stream, Integer> ended = new HashMap<>();
            Optional<String> alone =
                    session.readTogether(
                            parts,
                            prepared -> {
                                if (prepared.document != null) {
                                    progress.step();
                                    writer.add(prepared.stream, prepared.document);
                                } else if (ended.merge(prepared.stream, 1, Integer::sum)
                                        == partsOf(prepared.stream)) {
                                    writer.finish(prepared.stream);
                                }
                            });
            return new Taken(writer.commit(), statements.get(), alone, List.copyOf(warnings));
        }
    }

    private void begin(List<Stream> streams) {
        progress.begin("capturing " + streams.stream().map(Stream::word).collect(joining(", ")));
    }

    private static CaptureSession.Part<Prepared> preparing(CaptureSession.Part<Read> part) {
        return (from, to) ->
                part.read(
                        from,
                        read ->
                                to.accept(
                                        new Prepared(
                                                read.stream,
                                                read.masked == null
                                                        ? null
                                                        : PreparedDocument.of(read.masked))));
    }

    /// In how many parts a stream is read.
    private static int partsOf(Stream stream) {
        return switch (stream) {
            case Stream.Schema _, Stream.Planner _ -> 2;
            case Stream.Activity _, Stream.Query _ -> 1;
        };
    }

    private static CaptureSession.Part<Read> part(
            Stream stream, BiConsumer<CaptureSession, Sink> reading) {
        return (from, to) -> {
            reading.accept(from, masked -> to.accept(new Read(stream, masked)));
            to.accept(new Read(stream, null));
        };
    }

    /// The longest first: relations, the statistics, the counters; what is left is short, and reads
    /// the server's facts after the kinds, as they say which of these could not be read.
    private List<CaptureSession.Part<Read>> parts(
            List<Stream> streams, Masker masker, Consumer<Optional<Reading<Long>>> statements) {
        List<CaptureSession.Part<Read>> parts = new ArrayList<>();
        List<CaptureSession.Part<Read>> rest = new ArrayList<>();
        for (Stream stream : streams) {
            switch (stream) {
                case Stream.Schema _ -> {
                    parts.add(part(stream, (from, sink) -> relations(from, masker, sink)));
                    rest.addFirst(part(stream, (from, sink) -> kinds(from, masker, sink)));
                }
                case Stream.Planner _ -> {
                    parts.add(part(stream, (from, sink) -> planner(from, masker, sink)));
                    rest.add(part(stream, SnapshotTaker::facts));
                }
                case Stream.Activity _ -> parts.add(part(stream, SnapshotTaker::activity));
                case Stream.Query _ ->
                        rest.add(
                                part(
                                        stream,
                                        (from, sink) ->
                                                statements.accept(
                                                        Optional.of(queries(from, sink)))));
            }
        }
        if (!rest.isEmpty()) {
            parts.add((from, to) -> rest.forEach(part -> part.read(from, to)));
        }
        return parts;
    }

    /// What was read of a node and is still to be written.
    ///
    /// @param documents by stream
    /// @param statements as in [Taken]
    record Held(
            SequencedMap<Stream, List<Masked<? extends Document>>> documents,
            Optional<Reading<Long>> statements) {}

    /// {@return a node's counters, read whole: of several nodes that are read at once, one writes}
    ///
    /// @param streams which node's; neither schema nor planner
    Held read(List<Stream> streams) {
        AtomicReference<Optional<Reading<Long>>> statements =
                new AtomicReference<>(Optional.empty());
        SequencedMap<Stream, List<Masked<? extends Document>>> documents = new LinkedHashMap<>();
        streams.forEach(stream -> documents.put(stream, new ArrayList<>()));
        begin(streams);
        parts(streams, Masker.alwaysOn(), statements::set)
                .forEach(part ->
                        part.read(
                                session,
                                read -> {
                                    if (read.masked != null) {
                                        progress.step();
                                        documents
                                                .computeIfAbsent(
                                                        read.stream, _ -> new ArrayList<>())
                                                .add(read.masked);
                                    }
                                }));
        return new Held(documents, statements.get());
    }

    /// {@return the new snapshots}
    ///
    /// @param held what was read; the session may be closed by now
    Taken write(Held held) {
        try (HistoryFile file = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer = file.write(key, session.server(), session.takenAt())) {
            held.documents.forEach((stream, read) -> {
                writer.begin(stream);
                read.forEach(one -> writer.add(stream, one));
            });
            return new Taken(writer.commit(), held.statements, Optional.empty(), List.of());
        }
    }

    private interface Sink {
        void add(Masked<? extends Document> masked);
    }

    private static void relations(CaptureSession from, Masker masker, Sink sink) {
        from.readRelations(object -> sink.add(masker.mask(object)));
    }

    private static void kinds(CaptureSession from, Masker masker, Sink sink) {
        from.readKinds(object -> sink.add(masker.mask(object)));
    }

    private static void planner(CaptureSession from, Masker masker, Sink sink) {
        from.readPlanner(statistics -> sink.add(masker.mask(statistics)));
    }

    private static void facts(CaptureSession from, Sink sink) {
        Masker masker = Masker.alwaysOn();
        from.readServerFacts(fact -> sink.add(masker.mask(fact)));
        from.readSequences(sequence -> sink.add(masker.mask(sequence)));
        from.readIdentities(identities -> sink.add(masker.mask(identities)));
    }

    private static void activity(CaptureSession from, Sink sink) {
        Masker masker = Masker.alwaysOn();
        from.readActivity(counters -> sink.add(masker.mask(counters)));
        sink.add(masker.mask(from.readNode()));
    }

    private Reading<Long> queries(CaptureSession from, Sink sink) {
        QueryMasker masker = new QueryMasker(PgQuery::load);
        QueryStatisticsInfo info = from.readQueries(rowCap, masker::add);
        masker.queries().forEach(sink::add);
        sink.add(masker.mask(info));
        return info.rows();
    }
}
