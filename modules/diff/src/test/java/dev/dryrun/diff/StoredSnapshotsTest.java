package dev.dryrun.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Facts;
import dev.dryrun.model.ObjectChange;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A comparison of stored snapshots walks their hash trees.
final class StoredSnapshotsTest {

    private static final SnapshotKey KEY = new SnapshotKey("shop", "shop");
    private static final ServerInfo SERVER =
            new ServerInfo(
                    180006, "18.6", "shop", Reading.absent(Reading.Reason.NO_PRIVILEGE), false);
    private static final int TABLES = 10_000;
    private static final int CHANGED = 10;

    /// Generous: the figure in the design note is for a quiet machine.
    private static final long WARM_MOST_MS = 200;

    @TempDir private Path folder;

    @Test
    void tenChangesInTenThousandTablesAreFoundInTheTimeOfTheChanges() {
        List<SchemaObject> before = new ArrayList<>();
        List<SchemaObject> after = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            before.add(table(i, "integer"));
            after.add(table(i, i % (TABLES / CHANGED) == 0 ? "bigint" : "integer"));
        }
        try (HistoryFile file = HistoryFile.openForWriting(folder.resolve("history.db"))) {
            SnapshotReader one = file.read(store(file, before, 1));
            SnapshotReader other = file.read(store(file, after, 2));
            assertThat(SchemaDiff.between(one, other).changes()).hasSize(CHANGED);
            assertThat(SchemaDiff.between(one, one).isEmpty()).isTrue();
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 10; i++) {
                long begin = System.nanoTime();
                SchemaDiff.between(one, other);
                best = Math.min(best, (System.nanoTime() - begin) / 1_000_000);
            }
            System.getLogger("bench").log(System.Logger.Level.INFO, "diff: " + best + " ms");
            assertThat(best).isLessThan(WARM_MOST_MS);
        }
    }

    @Test
    void storedAndLiveSidesGiveTheSameDelta() {
        List<SchemaObject> before = List.of(table(1, "integer"), table(2, "integer"));
        List<SchemaObject> after = List.of(table(1, "bigint"), table(3, "text"));
        try (HistoryFile file = HistoryFile.openForWriting(folder.resolve("history.db"))) {
            SnapshotReader one = file.read(store(file, before, 1));
            SnapshotReader other = file.read(store(file, after, 2));
            SchemaDelta stored = SchemaDiff.between(one, other);
            assertThat(SchemaDiff.against(one, after, Set.of(), SameObjects.unknown()))
                    .isEqualTo(stored);
            assertThat(SchemaDiff.hash(after)).isEqualTo(other.snapshot().hash());
            assertThat(stored.isEmpty()).isFalse();
        }
    }

    @Test
    void whatDependsOnARemovedTableIsNamed() {
        Table used = table(1, "integer");
        Table user =
                Table.of(
                        new QualifiedName("public", "user"),
                        List.of(column("integer")),
                        new Facts("app", null, null, null, List.of(used.about())));
        try (HistoryFile file = HistoryFile.openForWriting(folder.resolve("history.db"))) {
            SnapshotReader one = file.read(store(file, List.of(used, user), 1));
            SnapshotReader other = file.read(store(file, List.of(user), 2));
            assertThat(SchemaDiff.between(one, other).changes())
                    .containsExactly(
                            new ObjectChange.Removed(used.about(), List.of(user.about()), null));
        }
    }

    @Test
    void whatCouldNotBeReadIsNotTakenForGone() {
        try (HistoryFile file = HistoryFile.openForWriting(folder.resolve("history.db"))) {
            SnapshotReader one = file.read(store(file, List.of(table(1, "integer")), 1));
            assertThat(against(one, Set.of(ObjectKind.TABLE)).isEmpty()).isTrue();
            assertThat(against(one, Set.of()).changes())
                    .extracting(ObjectChange::about)
                    .containsExactly(
                            new ObjectRef(
                                    ObjectKind.TABLE, new QualifiedName("public", "orders_1")));
        }
    }

    private static SchemaDelta against(SnapshotReader one, Set<ObjectKind> unread) {
        return SchemaDiff.against(one, List.of(), unread, SameObjects.unknown());
    }

    private static SnapshotInfo store(
            HistoryFile file, List<? extends SchemaObject> objects, int day) {
        Instant at = Instant.parse("2026-01-0" + day + "T00:00:00Z");
        try (SnapshotWriter writer = file.write(KEY, SERVER, at)) {
            objects.forEach(
                    object -> writer.add(new Stream.Schema(), Masker.alwaysOn().mask(object)));
            return writer.commit().getFirst();
        }
    }

    private static Table table(int number, String type) {
        return Table.of(
                new QualifiedName("public", "orders_" + number),
                List.of(column(type)),
                new Facts("app", null, null, null, List.of()));
    }

    private static Column column(String type) {
        return new Column(
                "id",
                type,
                false,
                Reading.absent(Reading.Reason.NONE_KEPT),
                null,
                null,
                ColumnAttributes.NONE,
                null);
    }
}
