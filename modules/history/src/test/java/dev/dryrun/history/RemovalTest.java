package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.masking.Masker;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Facts;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.NodeView;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.StatisticsRow;
import dev.dryrun.model.Stream;
import dev.dryrun.model.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemovalTest {

    private static final Stream PLANNER = new Stream.Planner();
    private static final Stream NODE = new Stream.Activity("primary");
    private static final SnapshotReference LATEST = new SnapshotReference.Latest(0);

    /// Rare letters, so that even three of them in a row would be found.
    private static final String CANARY = "\u0416\u0429\u042d\u042e\u042f-canary-\u2603\u2604";

    @TempDir private Path folder;

    @Test
    void theLastSnapshotOfASchemaTakesWhatIsBoundToIt() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            take(file, 0, Tables.table("old"));
            take(file, 1, Tables.table("new"));

            Deletion plan = file.plan(Tables.KEY, Tables.SCHEMA, LATEST);
            Deletion deletion = file.delete(Tables.KEY, Tables.SCHEMA, LATEST);

            assertThat(deletion).isEqualTo(plan);
            assertThat(deletion.twins()).isZero();
            assertThat(deletion.bound()).extracting(SnapshotInfo::stream).contains(PLANNER, NODE);
            assertThat(file.list(Tables.KEY, SnapshotFilter.ALL))
                    .hasSize(3)
                    .allMatch(left -> left.takenAt().equals(Tables.NOON));
            assertThat(Rows.of(path(), "SELECT name FROM ref")).containsExactly("old");
            assertThat(RowCounts.of(path()))
                    .as("object, node, root, snapshot")
                    .containsExactly(1, 1, 3, 3);
            assertThat(Rows.of(path(), "PRAGMA foreign_key_check")).isEmpty();
        }
    }

    @Test
    void aTwinKeepsWhatIsBoundToTheSchema() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            take(file, 0, Tables.table("same"));
            take(file, 1, Tables.table("same"));

            Deletion deletion = file.delete(Tables.KEY, Tables.SCHEMA, LATEST);

            assertThat(deletion.twins()).isEqualTo(1);
            assertThat(deletion.bound()).isEmpty();
            assertThat(file.snapshots(Tables.KEY, PLANNER, 10)).hasSize(2);
        }
    }

    @Test
    void activityWithoutASchemaOfItsOwnIsBoundToTheNewest() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            take(file, 0, Tables.table("t"));
            try (SnapshotWriter writer =
                    file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(9))) {
                writer.begin(NODE);
                writer.commit();
            }

            assertThat(file.delete(Tables.KEY, Tables.SCHEMA, LATEST).bound()).hasSize(3);
            assertThat(file.list(Tables.KEY, SnapshotFilter.ALL)).isEmpty();
        }
    }

    @Test
    void pruningKeepsTheNewestAndWhatIsBound() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            for (int i = 0; i < 5; i++) {
                take(file, i, Tables.table("t" + i));
            }
            Pruning nothing = file.prune(Tables.KEY, new RetentionRule(Tables.NOON, 1, 1));
            Pruning never =
                    file.prune(Tables.KEY, new RetentionRule(Tables.NOON.plusSeconds(9), 0, 0));
            Pruning pruning =
                    file.prune(Tables.KEY, new RetentionRule(Tables.NOON.plusSeconds(9), 1, 2));

            assertThat(nothing.removed()).isEmpty();
            assertThat(never.removed()).extracting(SnapshotInfo::stream).containsOnly(NODE);
            assertThat(file.snapshots(Tables.KEY, NODE, 9)).hasSize(1);
            assertThat(file.snapshots(Tables.KEY, PLANNER, 9)).hasSize(2);
            assertThat(pruning.pinned())
                    .as("the planner's second newest is bound to it")
                    .singleElement()
                    .returns(Tables.NOON.plusSeconds(3), SnapshotInfo::takenAt);
            assertThat(file.snapshots(Tables.KEY, Tables.SCHEMA, 9))
                    .extracting(SnapshotInfo::takenAt)
                    .containsExactly(Tables.NOON.plusSeconds(4), Tables.NOON.plusSeconds(3));
            assertThat(pruning.documentBytes()).isPositive();
        }
    }

    @Test
    void afterAPurgeNoByteOfTheDeletedIsLeft() throws IOException {
        Facts facts = new Facts("owner", null, CANARY, null, List.of());
        SchemaObject secret =
                new EnumType(new QualifiedName("public", "e" + CANARY), List.of(CANARY), facts);
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            take(file, 0, Tables.table("kept"));
            try (SnapshotWriter writer =
                    file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(1))) {
                writer.add(Tables.SCHEMA, Masker.alwaysOn().mask(secret));
                writer.commit();
            }
            assertThat(traces()).as("it can be found at all").isPositive();
            file.delete(Tables.KEY, Tables.SCHEMA, LATEST);
            file.purge();

            assertThat(traces()).isZero();
            assertThat(file.newest(Tables.KEY, Tables.SCHEMA)).isPresent();
        }
        assertThat(traces()).isZero();
    }

    @Test
    void whatDocumentsHaveInCommonGoesWithTheLastOfThem() throws IOException {
        String[] columns = {"a_column_of_both_tables", "another_column_of_both_tables"};
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            take(file, 0, Tables.table("kept", columns));
            take(file, 1, Tables.table("same_columns", columns));
            take(file, 2, Tables.table("t", "a_column", "a_second_one", CANARY));
            assertThat(Rows.of(path(), "SELECT count(*) FROM part")).containsExactly("2");
            assertThat(traces()).as("it can be found at all").isPositive();

            file.delete(Tables.KEY, Tables.SCHEMA, LATEST);
            file.delete(Tables.KEY, Tables.SCHEMA, LATEST);
            file.purge();

            assertThat(Rows.of(path(), "SELECT count(*) FROM part")).containsExactly("1");
            assertThat(traces()).isZero();
            SnapshotInfo left = file.newest(Tables.KEY, Tables.SCHEMA).orElseThrow();
            assertThat(file.read(left).document(Tables.table("kept").about()))
                    .contains(Tables.table("kept", columns));
        }
    }

    @Test
    void theRowsOfANodeGoWithItsLastStatistics() {
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            for (int second = 0; second < 2; second++) {
                try (SnapshotWriter writer =
                        file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(second))) {
                    writer.begin(Tables.SCHEMA);
                    writer.add(NODE, Masker.alwaysOn().mask(node("counter " + second)));
                    writer.commit();
                }
            }
            assertThat(Rows.of(path(), "SELECT count(*) FROM part")).containsExactly("3");

            file.prune(Tables.KEY, new RetentionRule(Tables.NOON.plusSeconds(9), 9, 9));

            assertThat(Rows.of(path(), "SELECT count(*) FROM part")).containsExactly("2");
            SnapshotInfo left = file.newest(Tables.KEY, NODE).orElseThrow();
            assertThat(file.read(left).document(NodeStatistics.ABOUT)).contains(node("counter 1"));
        }
    }

    private static NodeStatistics node(String value) {
        SortedMap<String, String> row = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            row.put("a_column_of_the_view_" + i, value);
        }
        return new NodeStatistics(
                Reading.measured("f"),
                Tables.NOON,
                Map.of(NodeView.IO, Reading.measured(List.of(new StatisticsRow(row)))));
    }

    @Test
    void aSnapshotThatIsDeletedWhileItIsReadIsSaidToBe() {
        try (HistoryFile file = HistoryFile.openForWriting(path());
                HistoryFile reading = HistoryFile.openForReading(path())) {
            SnapshotInfo info = take(file, 0, Tables.table("t"));
            SnapshotReader reader = reading.read(info);
            assertThat(reader.document(Tables.table("t").about())).isPresent();

            file.delete(Tables.KEY, Tables.SCHEMA, LATEST);

            assertThatThrownBy(() -> reader.document(Tables.table("t").about()))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_MISSING))
                    .hasMessageContaining("was deleted meanwhile");
        }
    }

    @Test
    void anExportHoldsWhatWasSelectedAndNothingElse() throws IOException {
        Path target = folder.resolve("export.db");
        try (HistoryFile file = HistoryFile.openForWriting(path())) {
            take(file, 0, Tables.table("e" + CANARY));
            take(file, 1, Tables.table("kept"));
            file.export(target, info -> info.takenAt().isAfter(Tables.NOON));
            assertThatThrownBy(() -> file.export(target, _ -> true))
                    .hasMessageContaining("exists already");
            assertThat(file.list(Tables.KEY, SnapshotFilter.ALL)).as("as it was").hasSize(6);
        }

        assertThat(occurrences(target)).isZero();
        try (HistoryFile exported = HistoryFile.openForReading(target)) {
            assertThat(exported.list(Tables.KEY, SnapshotFilter.ALL)).hasSize(3);
            SnapshotInfo info = exported.newest(Tables.KEY, Tables.SCHEMA).orElseThrow();
            assertThat(exported.read(info).document(Tables.table("kept").about())).isPresent();
        }
        try (java.util.stream.Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(target, dotDryrun());
        }
    }

    private static SnapshotInfo take(HistoryFile file, int second, Table table) {
        try (SnapshotWriter writer =
                file.write(Tables.KEY, Tables.SERVER, Tables.NOON.plusSeconds(second))) {
            writer.add(Tables.SCHEMA, Tables.masked(table));
            writer.begin(PLANNER);
            writer.begin(NODE);
            return writer.commit().getFirst();
        }
    }

    /// {@return how often three letters of the canary in a row stand in the file or beside it}
    private int traces() throws IOException {
        int traces = 0;
        try (java.util.stream.Stream<Path> files = Files.list(dotDryrun())) {
            for (Path file : files.toList()) {
                traces += occurrences(file);
            }
        }
        return traces;
    }

    private static int occurrences(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int count = 0;
        for (int i = 0; i < 3; i++) {
            String letters = CANARY.substring(i, i + 3);
            for (String form : List.of(letters, Searchable.fold(letters))) {
                String wanted =
                        new String(
                                form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                count += bytes.contains(wanted) ? 1 : 0;
            }
        }
        return count;
    }

    private Path dotDryrun() {
        return folder.resolve(".dryrun");
    }

    private Path path() {
        return dotDryrun().resolve("history.db");
    }
}
