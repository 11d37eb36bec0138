package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFileTest {

    private static final int TABLES = 200;

    @TempDir private Path folder;

    @Test
    void whatIsWrittenReadsBackEqualAndWhole() {
        List<Table> tables = tables();
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            Tables.store(file, 0, tables);
        }

        try (HistoryFile file = HistoryFile.openForReading(path())) {
            SnapshotInfo info = file.newest(Tables.KEY, Tables.SCHEMA).orElseThrow();
            assertThat(info.takenAt()).isEqualTo(Tables.NOON);
            assertThat(info.server()).isEqualTo(Tables.SERVER);
            assertThat(info.objectCount()).isEqualTo(TABLES);
            List<Object> read = new ArrayList<>();
            file.read(info).forEach(ObjectKind.TABLE, read::add);
            assertThat(read).containsExactlyInAnyOrderElementsOf(tables);
            assertThat(file.read(info).refs()).hasSize(TABLES).isSorted();
            assertThat(file.keys()).containsExactly(Tables.KEY);
            assertThat(file.streams(Tables.KEY)).containsExactly(Tables.SCHEMA);
        }
    }

    @Test
    void aFreshFileIsFilledWithoutALogAndHasOneAfterwards() {
        Path log = path().resolveSibling("history.db-wal");
        Path journal = path().resolveSibling("history.db-journal");
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            try (SnapshotWriter writer = file.write(Tables.KEY, Tables.SERVER, Tables.NOON)) {
                tables().forEach(table -> writer.add(Tables.SCHEMA, Tables.masked(table)));
                assertThat(log).doesNotExist();
                writer.commit();
            }
            assertThat(journal).doesNotExist();
            Tables.store(file, 1, List.of(Tables.table("t", "a")));
            assertThat(log).isNotEmptyFile();
        }
        assertThat(log).doesNotExist();
        assertThat(Rows.of(path(), "PRAGMA journal_mode")).containsExactly("wal");
    }

    @Test
    void aFileThatCameWithoutALogGetsOneBeforeItIsWritten() throws Exception {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            Tables.store(file, 0, tables());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
        }
        assertThat(Rows.of(path(), "PRAGMA journal_mode")).containsExactly("delete");

        HistoryFile.openForWriting(path()).close();

        assertThat(Rows.of(path(), "PRAGMA journal_mode")).containsExactly("wal");
    }

    @Test
    void aReaderOfAFreshFileKeepsNobodyFromStoringInIt() {
        try (HistoryFile file = HistoryFile.openForWriting(path());
                HistoryFile reader = HistoryFile.openForReading(path())) {
            assertThat(reader.keys()).isEmpty();
            Tables.store(file, 0, tables());
            assertThat(reader.keys()).containsExactly(Tables.KEY);
        }
        assertThat(Rows.of(path(), "PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void aSnapshotSaysHowItWasMaskedAndItsHashDoesNot() {
        AppliedMasking policy =
                new AppliedMasking(
                        "ab".repeat(32), false, 3, new TreeSet<>(Set.of("null", "bucket")), true);
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            Tables.store(file, 0, List.of(Tables.table("t", "a")));
            try (SnapshotWriter writer =
                    file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(1), policy)) {
                writer.add(Tables.SCHEMA, Tables.masked(Tables.table("t", "a")));
                writer.begin(new Stream.Planner());
                writer.begin(new Stream.Activity("primary"));
                assertThat(writer.commit())
                        .extracting(SnapshotInfo::masking)
                        .containsExactly(policy, policy, null);
            }
        }
        try (HistoryFile file = HistoryFile.openForReading(path())) {
            List<SnapshotInfo> schemas = file.snapshots(Tables.KEY, Tables.SCHEMA, 2);
            assertThat(schemas).extracting(SnapshotInfo::masking).containsExactly(policy, null);
            assertThat(schemas.getFirst().hash()).isEqualTo(schemas.getLast().hash());
        }
    }

    @Test
    void oneObjectIsFoundByItsReferenceAndByItsName() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            SnapshotInfo info = Tables.store(file, 0, tables());
            SnapshotReader reader = file.read(info);
            ObjectRef seven = new ObjectRef(ObjectKind.TABLE, new QualifiedName("public", "t7"));

            assertThat(reader.document(seven)).contains(Tables.table("t7", "id"));
            assertThat(reader.named("t7")).containsExactly(seven);
            assertThat(reader.named("T7")).isEmpty();
            assertThat(
                            reader.document(
                                    new ObjectRef(
                                            ObjectKind.TABLE, new QualifiedName("other", "t7"))))
                    .isEmpty();
        }
    }

    @Test
    void anOlderSnapshotStaysWhatItWas() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            SnapshotInfo before = Tables.store(file, 0, List.of(Tables.table("t", "a")));
            SnapshotInfo after = Tables.store(file, 1, List.of(Tables.table("t", "a", "b")));
            ObjectRef t = new ObjectRef(ObjectKind.TABLE, new QualifiedName("public", "t"));

            assertThat(file.read(before).document(t)).contains(Tables.table("t", "a"));
            assertThat(file.read(after).document(t)).contains(Tables.table("t", "a", "b"));
            assertThat(file.read(before).named("t")).containsExactly(t);
            assertThat(file.snapshots(Tables.KEY, Tables.SCHEMA, 10))
                    .containsExactly(after, before);
            assertThat(before.hash()).isNotEqualTo(after.hash());
        }
    }

    @Test
    void anUnchangedSchemaAddsOneRowAndOneChangedTableThree() throws IOException {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            Tables.store(file, 0, tables());
            List<Integer> first = RowCounts.of(path());

            SnapshotInfo again = Tables.store(file, 1, tables());
            List<Integer> unchanged = RowCounts.of(path());
            List<Table> altered = tables();
            altered.set(7, Tables.table("t7", "id", "added"));
            SnapshotInfo changed = Tables.store(file, 2, altered);
            List<Integer> oneChanged = RowCounts.of(path());

            assertThat(again.hash()).isNotEqualTo(changed.hash());
            assertThat(difference(first, unchanged))
                    .as("object, node, root, snapshot")
                    .containsExactly(0, 0, 0, 1);
            assertThat(difference(unchanged, oneChanged)).containsExactly(1, 1, 1, 1);
        }
    }

    @Test
    void anUnchangedSchemaCapturedTwentyTimesGrowsTheFileByLessThan4KbEach() throws IOException {
        store(0);
        long before = Files.size(path());
        for (int i = 1; i <= 20; i++) {
            store(i);
        }

        assertThat(path().resolveSibling("history.db-wal")).as("checkpointed").doesNotExist();
        assertThat((Files.size(path()) - before) / 20).isLessThan(4_096);
    }

    private void store(int second) {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            Tables.store(file, second, tables());
        }
    }

    @Test
    void anImportWithAnotherHashThanItSaysIsRefused() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            String hash = Tables.store(file, 0, List.of(Tables.table("t"))).hash();
            try (SnapshotWriter writer =
                    file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(1))) {
                writer.expect(Tables.SCHEMA, hash);
                writer.add(Tables.SCHEMA, Tables.masked(Tables.table("t")));
                assertThat(writer.commit()).hasSize(1);
            }
            try (SnapshotWriter writer =
                    file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(2))) {
                writer.expect(Tables.SCHEMA, hash);
                writer.add(Tables.SCHEMA, Tables.masked(Tables.table("t", "altered")));
                assertThatThrownBy(writer::commit)
                        .isInstanceOfSatisfying(
                                HistoryException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_UNREADABLE));
            }
            assertThat(file.snapshots(Tables.KEY, Tables.SCHEMA, 9)).hasSize(2);
        }
    }

    @Test
    void nothingIsVisibleBeforeTheCommitNorAfterAClose() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            Tables.store(file, 0, List.of(Tables.table("kept")));
            try (SnapshotWriter writer =
                    file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(1))) {
                writer.add(Tables.SCHEMA, Tables.masked(Tables.table("lost")));
                try (HistoryFile reader = HistoryFile.openForReading(path())) {
                    assertThat(reader.snapshots(Tables.KEY, Tables.SCHEMA, 10)).hasSize(1);
                }
            }

            assertThat(file.snapshots(Tables.KEY, Tables.SCHEMA, 10)).hasSize(1);
            assertThat(RowCounts.of(path()).getFirst()).as("objects").isEqualTo(1);
        }
    }

    @Test
    void keysAndStreamsAreApart() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            Tables.store(file, 0, List.of(Tables.table("t")));

            assertThat(file.newest(new SnapshotKey("shop", "other"), Tables.SCHEMA)).isEmpty();
            assertThat(file.newest(Tables.KEY, new Stream.Planner())).isEqualTo(Optional.empty());
        }
    }

    @Test
    void theSameObjectTwiceInOneSnapshotIsAMistake() {
        try (HistoryFile file = HistoryFile.openForWriting(path());
                SnapshotWriter writer = file.write(Tables.KEY, Tables.SERVER, Tables.NOON)) {
            writer.add(Tables.SCHEMA, Tables.masked(Tables.table("t")));

            assertThatThrownBy(
                            () -> writer.add(Tables.SCHEMA, Tables.masked(Tables.table("t", "a"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void folderAndFileArePrivate() throws IOException {
        HistoryFile.openForWriting(path()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dotDryrun())))
                .isEqualTo("rwx------");
    }

    @Test
    void twoWritersDoNotWriteAtOnce() {
        try (HistoryFile one = HistoryFile.openForWriting(path());
                HistoryFile other = HistoryFile.openForWriting(path());
                SnapshotWriter writer = one.write(Tables.KEY, Tables.SERVER, Tables.NOON)) {
            writer.add(Tables.SCHEMA, Tables.masked(Tables.table("t")));

            assertThatThrownBy(() -> Tables.store(other, 1, List.of(Tables.table("u"))))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_UNWRITABLE))
                    .hasMessageContaining("another process is writing");
        }
    }

    private Path dotDryrun() {
        return folder.resolve(".dryrun");
    }

    private Path path() {
        return dotDryrun().resolve("history.db");
    }

    private static List<Table> tables() {
        return new ArrayList<>(
                IntStream.range(0, TABLES).mapToObj(i -> Tables.table("t" + i, "id")).toList());
    }

    private static List<Integer> difference(List<Integer> before, List<Integer> after) {
        return IntStream.range(0, before.size())
                .mapToObj(i -> after.get(i) - before.get(i))
                .toList();
    }
}
