package dev.dryrun.store;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.AppliedMasking;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A history of small documents, some of which change from one snapshot to the next.
final class Shop {

    static final SnapshotKey KEY = new SnapshotKey("Shop & söhne", "main");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000001Z");
    static final Stream SCHEMA = new Stream.Schema();
    static final Stream PLANNER = new Stream.Planner();

    private static final ServerInfo SERVER =
            new ServerInfo(180006, "18.6", "shop", Reading.measured("7"), false);
    private static final AppliedMasking MASKING =
            new AppliedMasking(
                    "5".repeat(64),
                    false,
                    3,
                    Collections.unmodifiableSortedSet(new TreeSet<>(List.of("null"))),
                    false);

    private static final int COLUMNS = 16;

    private Shop() {}

    /// Takes a snapshot of a schema and its statistics. One table and one number tell the moments
    /// apart.
    static void take(Path file, SnapshotKey key, int moment, int tables) {
        try (HistoryFile history = HistoryFile.openForWriting(file);
                SnapshotWriter writer = writer(history, key, moment)) {
            Masker masker = Masker.alwaysOn();
            writer.begin(SCHEMA);
            for (int i = 0; i < tables; i++) {
                String last = i == moment % tables ? "changed_at_" + moment : "same";
                writer.add(SCHEMA, masker.mask((SchemaObject) table(i, last)));
            }
            SequenceStatistics sequence =
                    new SequenceStatistics(
                            new QualifiedName("public", "s"), Reading.measured((long) moment));
            writer.add(PLANNER, masker.mask(sequence));
            writer.add(new Stream.Activity("Replica/1"), masker.mask(sequence));
            writer.commit();
        }
    }

    static void take(Path file, int moments, int tables) {
        IntStream.range(0, moments).forEach(moment -> take(file, KEY, moment, tables));
    }

    /// Takes a snapshot of a schema with one document, of some megabytes also when compressed.
    static void takeLarge(Path file, int moment) {
        String comment =
                new Random(moment)
                        .ints(5_000_000, '0', 'z' + 1)
                        .filter(Character::isLetterOrDigit)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        Table table =
                Table.of(
                        new QualifiedName("public", "large"),
                        List.of(column("a", comment)),
                        new Facts("owner", null, null, null, List.of()));
        try (HistoryFile history = HistoryFile.openForWriting(file);
                SnapshotWriter writer = writer(history, KEY, moment)) {
            writer.begin(SCHEMA);
            writer.add(SCHEMA, Masker.alwaysOn().mask((SchemaObject) table));
            writer.commit();
        }
    }

    private static SnapshotWriter writer(HistoryFile history, SnapshotKey key, int moment) {
        return history.write(key, SERVER, NOON.plusSeconds(moment), MASKING);
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
