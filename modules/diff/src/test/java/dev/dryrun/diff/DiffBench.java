package dev.dryrun.diff;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Facts;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ObjectIdentity;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Measures a comparison of two stored schemas that differ in ten tables: four have a column of
/// another type, two came, two went, two are called otherwise and lost a column. Not part of a
/// build; run it with `./dev bench diff`.
///
/// Each table has 10 columns; every second depends on the one before it.
final class DiffBench {

    private static final SnapshotKey KEY = new SnapshotKey("bench", "bench");
    private static final ServerInfo SERVER =
            new ServerInfo(180006, "18.6", "bench", Reading.measured("7"), false);
    private static final List<String> TYPES =
            List.of("bigint", "text", "integer", "numeric(12,2)", "boolean", "uuid");
    private static final int RUNS = 20;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1_000, 3_000, 10_000})
    void measure(int tables) {
        try (HistoryFile file = HistoryFile.openForWriting(folder.resolve("history.db"))) {
            List<SnapshotInfo> before = write(file, tables, false);
            List<SnapshotInfo> after = write(file, tables, true);
            double firstMs = timeMs(file, before, after);
            List<Double> warmMs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                warmMs.add(timeMs(file, before, after));
            }
            warmMs.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%6d tables, ten changes: %.0f ms at first,"
                            + " then %.1f ms (slowest of %d: %.1f)%n",
                    tables,
                    firstMs,
                    warmMs.get(RUNS / 2),
                    RUNS,
                    warmMs.getLast());
        }
    }

    private static double timeMs(
            HistoryFile file, List<SnapshotInfo> before, List<SnapshotInfo> after) {
        long begin = System.nanoTime();
        SnapshotReader from = file.read(before.getFirst());
        SnapshotReader to = file.read(after.getFirst());
        SchemaDelta delta =
                SchemaDiff.between(
                        from,
                        to,
                        Set.of(),
                        SameObjects.between(
                                file.read(before.getLast()), file.read(after.getLast())));
        double ms = (System.nanoTime() - begin) / 1e6;
        if (delta.causes().size() != 10) {
            throw new IllegalStateException("ten changes and no others: " + delta.causes());
        }
        return ms;
    }

    /// {@return the schema's snapshot and the planner's}
    private static List<SnapshotInfo> write(HistoryFile file, int tables, boolean changed) {
        Masker masker = Masker.alwaysOn();
        Instant at = Instant.parse("2026-01-01T12:00:00Z").plusSeconds(changed ? 60 : 0);
        TreeMap<Long, List<ObjectIdentity>> ranges = new TreeMap<>();
        try (SnapshotWriter writer = file.write(KEY, SERVER, at)) {
            for (int i = 0; i < tables + 2; i++) {
                boolean there = changed ? i != 20 && i != 30 : i < tables;
                if (there) {
                    boolean renamed = changed && (i == 40 || i == 50);
                    Table table = table(i, renamed, changed && i >= 60 && i < 64);
                    writer.add(new Stream.Schema(), masker.mask((SchemaObject) table));
                    ObjectIdentity identity =
                            new ObjectIdentity(
                                    20_000 + 10L * i,
                                    table.about(),
                                    renamed ? List.of(10) : List.of());
                    ranges.computeIfAbsent(
                                    identity.oid() / ObjectIdentities.RANGE, _ -> new ArrayList<>())
                            .add(identity);
                }
            }
            ranges.forEach((range, identities) ->
                    writer.add(
                            new Stream.Planner(),
                            masker.mask(new ObjectIdentities(range, 1, identities))));
            return writer.commit();
        }
    }

    private static QualifiedName name(int i) {
        return new QualifiedName("public", "table_" + (100_000 + i));
    }

    private static Table table(int i, boolean renamed, boolean wider) {
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < (renamed ? 9 : 10); k++) {
            String type = wider && k == 3 ? "numeric(20,2)" : TYPES.get(k % TYPES.size());
            columns.add(
                    new Column(
                            "column_" + (i * 7 + k) % 50,
                            type,
                            k > 2,
                            Reading.absent(Reading.Reason.NONE_KEPT),
                            null,
                            null,
                            ColumnAttributes.NONE,
                            null));
        }
        List<ObjectRef> uses =
                i % 2 == 0 ? List.of() : List.of(new ObjectRef(ObjectKind.TABLE, name(i + 3)));
        QualifiedName name = renamed ? new QualifiedName("public", "other_" + i) : name(i);
        return Table.of(name, columns, new Facts("app_owner", null, null, null, uses));
    }
}
