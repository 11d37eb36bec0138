package dev.dryrun.contracts;

import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.history.TreeReader;
import dev.dryrun.json.ContentHash;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Facts;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A captured file in which one table changes from one moment to the next.
///
/// @param file where it is
record SampleHistory(Path file) {

    /// How many snapshots each moment has: one of each stream.
    static final int STREAMS = 3;

    private static final SnapshotKey KEY = new SnapshotKey("Kit & sons", "kit");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000001Z");
    private static final Stream SCHEMA = new Stream.Schema();
    private static final int COLUMNS = 16;

    /// Adds the snapshots of a moment.
    ///
    /// @param moment which, in seconds
    /// @param tables how many tables the schema has
    void take(int moment, int tables) {
        Masker masker = Masker.alwaysOn();
        ServerInfo server = new ServerInfo(180006, "18.6", "kit", Reading.measured("7"), false);
        try (HistoryFile history = HistoryFile.openForWriting(file);
                SnapshotWriter writer =
                        history.write(KEY, server, NOON.plusSeconds(moment), masker.applied())) {
            writer.begin(SCHEMA);
            for (int i = 0; i < tables; i++) {
                String last = i == moment % tables ? "changed_at_" + moment : "same";
                writer.add(SCHEMA, masker.mask((SchemaObject) table(i, last)));
            }
            SequenceStatistics sequence =
                    new SequenceStatistics(
                            new QualifiedName("public", "s"), Reading.measured((long) moment));
            writer.add(new Stream.Planner(), masker.mask(sequence));
            writer.add(new Stream.Activity("Replica/1"), masker.mask(sequence));
            writer.commit();
        }
    }

    /// {@return all that it says: each snapshot, and each document in it; nothing when there is no
    /// file, or one that was just being made}
    List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        if (!Files.exists(file) || Files.size(file) == 0) {
            return contents;
        }
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            TreeReader tree = history.tree();
            for (BoundSnapshot snapshot : history.bound(KEY)) {
                contents.add(snapshot.toString());
                String stream = snapshot.info().stream().word();
                ContentHash root = new ContentHash(snapshot.info().hash());
                for (ContentHash node : tree.root(stream, root).nodes()) {
                    tree.node(node).orElseThrow().objects().values().stream()
                            .map(document ->
                                    new String(tree.document(document), StandardCharsets.UTF_8))
                            .forEach(contents::add);
                }
            }
        }
        return contents;
    }

    private static Table table(int i, String last) {
        return Table.of(
                new QualifiedName("public", "table_" + i),
                IntStream.range(0, COLUMNS)
                        .mapToObj(k ->
                                column(k == 0 ? last : "column_" + k + "_of_" + i, words(i, k)))
                        .toList(),
                new Facts("owner", null, null, null, List.of()));
    }

    /// As people write them: no two alike.
    private static String words(int table, int column) {
        Random random = new Random(table * 1_000L + column);
        return IntStream.range(0, 10)
                .mapToObj(_ -> Integer.toString(random.nextInt(2_000_000), 36))
                .collect(Collectors.joining(" "));
    }

    private static Column column(String name, String comment) {
        return new Column(
                name,
                "int",
                true,
                Reading.absent(Reading.Reason.NONE_KEPT),
                null,
                null,
                ColumnAttributes.NONE,
                comment);
    }
}
