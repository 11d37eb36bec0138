package dev.dryrun.catalog;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Definition;
import dev.dryrun.model.Facts;
import dev.dryrun.model.Index;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.ReplicaIdentity;
import dev.dryrun.model.RowSecurity;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.model.TableStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Measures the file: its size, and how long it takes to write, to look up and to search. Not part
/// of a build; run it with `./dev bench history`.
///
/// Each table has 10 columns and 2 indexes; there is a function for every second table, and every
/// tenth is analysed.
final class HistoryBench {

    private static final SnapshotKey KEY = new SnapshotKey("bench", "bench");
    private static final Stream SCHEMA = new Stream.Schema();
    private static final Stream PLANNER = new Stream.Planner();
    private static final ServerInfo SERVER =
            new ServerInfo(180006, "18.6", "bench", Reading.measured("7"), false);
    private static final Facts FACTS = new Facts("app_owner", null, null, null, List.of());
    private static final Reading<String> NONE = Reading.absent(Reading.Reason.NONE_KEPT);
    private static final List<String> NAMES =
            List.of("id", "name", "created_at", "amount", "price", "active", "token", "title");
    private static final List<String> TYPES =
            List.of(
                    "bigint",
                    "text",
                    "timestamp with time zone",
                    "integer",
                    "numeric(12,2)",
                    "boolean",
                    "uuid",
                    "character varying(200)");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1_000, 3_000, 10_000})
    void measure(int tables) throws IOException {
        Path file = folder.resolve("history.db");
        double writeMs = timeMs(() -> write(file, tables, 0));
        long bytes = Files.size(file);
        double againMs = timeMs(() -> write(file, tables, 1));
        System.out.printf(
                Locale.ROOT,
                "%6d tables: %.1f MB; written in %.0f ms, unchanged in %.0f ms (%d bytes more)%n",
                tables,
                bytes / 1e6,
                writeMs,
                againMs,
                Files.size(file) - bytes);
        for (int round = 0; round < 3; round++) {
            read(file, tables);
        }
    }

    private static void read(Path file, int tables) {
        long begin = System.nanoTime();
        try (Catalog catalog = Catalog.open(file, KEY)) {
            lookUp(catalog, tables / 2);
            double openMs = (System.nanoTime() - begin) / 1e6;
            double lookupMs =
                    timeMs(() -> IntStream.range(0, 200).forEach(i -> lookUp(catalog, i))) / 200;
            double nameMs = timeMs(() -> find(catalog, "table_00123"));
            double columnMs = timeMs(() -> find(catalog, "price_17"));
            double nothingMs = timeMs(() -> find(catalog, "no such thing"));
            double letterMs = timeMs(() -> find(catalog, "e"));
            System.out.printf(
                    Locale.ROOT,
                    "        open and look up %.1f ms, look up %.2f ms; search: one table %.1f ms,"
                            + " columns %.1f ms, nothing %.1f ms, one letter %.0f ms%n",
                    openMs,
                    lookupMs,
                    nameMs,
                    columnMs,
                    nothingMs,
                    letterMs);
        }
    }

    private static void lookUp(Catalog catalog, int i) {
        if (catalog.table(name(i)).isEmpty()) {
            throw new IllegalStateException(name(i) + " is not in the file");
        }
    }

    private static void find(Catalog catalog, String words) {
        catalog.find(new FindRequest(words, null, null, 20, 0));
    }

    private static void write(Path file, int tables, int second) {
        Masker masker = Masker.alwaysOn();
        Instant takenAt = Instant.parse("2026-01-01T12:00:00Z").plusSeconds(second);
        try (HistoryFile history = HistoryFile.openForWriting(file);
                SnapshotWriter writer = history.write(KEY, SERVER, takenAt)) {
            for (int i = 0; i < tables; i++) {
                writer.add(SCHEMA, masker.mask((SchemaObject) table(i)));
                writer.add(PLANNER, masker.mask(statistics(i)));
                if (i % 2 == 0) {
                    writer.add(SCHEMA, masker.mask((SchemaObject) function(i)));
                }
            }
            writer.commit();
        }
    }

    private static QualifiedName name(int i) {
        return new QualifiedName("public", "table_" + (100_000 + i));
    }

    private static List<Column> columns(int i) {
        return IntStream.range(0, 10)
                .mapToObj(k -> {
                    String name = k == 0 ? "id" : NAMES.get(k % 8) + "_" + (i * 7 + k) % 50;
                    return new Column(
                            name,
                            TYPES.get(k % 8),
                            k > 2,
                            NONE,
                            null,
                            null,
                            ColumnAttributes.NONE,
                            null);
                })
                .toList();
    }

    private static Table table(int i) {
        QualifiedName name = name(i);
        List<Column> columns = columns(i);
        return new Table(
                name,
                columns,
                List.of(),
                List.of(
                        index(name.name() + "_pkey", "id", true),
                        index(name.name() + "_idx", columns.get(2).name(), false)),
                null,
                null,
                List.of(),
                null,
                TableStorage.DEFAULT,
                ReplicaIdentity.DEFAULT,
                RowSecurity.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                FACTS);
    }

    private static Index index(String name, String column, boolean key) {
        return new Index(
                name,
                "btree",
                List.of(
                        new Index.Key(
                                column, NONE, null, new TreeMap<>(), null, false, false, null)),
                List.of(),
                key,
                false,
                NONE,
                true,
                key ? name : null,
                null,
                false,
                false,
                new TreeMap<>(),
                null,
                null);
    }

    private static Definition function(int i) {
        String body =
                "\nBEGIN\n  RETURN (SELECT count(*) FROM "
                        + name(i).display()
                        + " WHERE id > $1);\nEND\n";
        return new Definition(
                ObjectKind.FUNCTION,
                new QualifiedName("public", "function_" + (100_000 + i) + "(integer, text)"),
                new TreeMap<>(Map.of("language", List.of("plpgsql"), "body", List.of(body))),
                FACTS);
    }

    private static TableStatistics statistics(int i) {
        boolean analysed = i % 10 == 0;
        Reading<Double> rows =
                analysed
                        ? Reading.estimated(1000.0)
                        : Reading.absent(Reading.Reason.NEVER_ANALYZED);
        Reading<Long> none = Reading.absent(Reading.Reason.NONE_KEPT);
        return new TableStatistics(
                ObjectKind.TABLE,
                name(i),
                rows,
                Reading.measured(5L),
                none,
                none,
                Reading.measured(40_960L),
                none,
                Reading.measured(32_768L),
                Reading.measured(81_920L),
                none,
                none,
                none,
                Reading.absent(Reading.Reason.NONE_KEPT),
                List.of(),
                List.of(),
                analysed ? columns(i).stream().map(HistoryBench::statistics).toList() : List.of());
    }

    private static ColumnStatistics statistics(Column column) {
        boolean key = column.name().equals("id");
        String bounds =
                IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> String.valueOf(i * 10))
                        .toList()
                        .toString();
        return new ColumnStatistics(
                column.name(),
                "int8",
                false,
                Reading.measured(0.0),
                Reading.measured(8),
                Reading.measured(key ? -1.0 : 10.0),
                key ? NONE : Reading.measured("{1,2,3,4,5,6,7,8,9,10}"),
                key ? NONE : Reading.measured("{0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1}"),
                key ? Reading.measured(bounds) : NONE,
                Reading.measured(0.123456),
                NONE,
                NONE,
                NONE,
                NONE,
                Reading.absent(Reading.Reason.NONE_KEPT),
                NONE);
    }

    private static double timeMs(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e6;
    }
}
