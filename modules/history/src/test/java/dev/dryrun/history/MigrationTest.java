package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SnapshotInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that older versions wrote. They are never made again: what they are is the test.
final class MigrationTest {

    /// The roots of version-1.db, as the code that wrote it gave them.
    private static final List<String> SCHEMAS =
            List.of(
                    "5db63c644b7129dfca09d964ba35d7ec1ce6a3b44a59987561a729dd3b79379e",
                    "6eb41d2d81ca9d07839e61dd176c3c86f259cdc1b3feb9cff91b62ae6927060e",
                    "6eb41d2d81ca9d07839e61dd176c3c86f259cdc1b3feb9cff91b62ae6927060e");

    @TempDir private Path folder;

    @Test
    void thereIsAFileOfEveryOlderVersion() {
        assertThat(IntStream.range(Migrations.OLDEST, HistoryFile.FORMAT).mapToObj(this::stored))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void aFileOfVersion1KeepsItsSnapshotsAndTheirHashes() throws IOException {
        Path file = copy(1);
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            List<SnapshotInfo> snapshots = history.snapshots(Tables.KEY, Tables.SCHEMA, 10);
            assertThat(snapshots).extracting(SnapshotInfo::hash).isEqualTo(SCHEMAS);
            assertThat(snapshots).extracting(SnapshotInfo::objectCount).containsOnly(33);
            assertThat(history.list(Tables.KEY, SnapshotFilter.ALL)).hasSize(9);
            for (SnapshotInfo snapshot : snapshots) {
                assertThat(history.read(snapshot).refs()).hasSize(33);
            }
        }
        assertThat(Rows.of(file, "PRAGMA user_version")).containsExactly("2");
        assertThat(Rows.of(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Rows.of(file, "PRAGMA foreign_key_check")).isEmpty();
    }

    @Test
    void everyDocumentOfVersion1ComesOutAsItWasHashed() throws IOException {
        Path file = copy(1);
        List<String> before = Rows.of(file, "SELECT lower(hex(hash)) FROM object ORDER BY 1");
        List<String> after = new ArrayList<>();
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            for (SnapshotInfo snapshot : history.list(Tables.KEY, SnapshotFilter.ALL)) {
                SnapshotReader reader = history.read(snapshot);
                for (ObjectRef ref : reader.refs()) {
                    after.add(ContentHash.of(Json.canonical(reader.json(ref).orElseThrow())).hex());
                }
            }
        }
        assertThat(after.stream().distinct().sorted()).isEqualTo(before);
    }

    @Test
    void whatVersion1HeldCanBeSearchedAndSeen() throws IOException {
        Path file = copy(1);
        List<ObjectRef> found = new ArrayList<>();
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            SnapshotInfo newest = history.newest(Tables.KEY, Tables.SCHEMA).orElseThrow();
            history.read(newest)
                    .search(
                            new SearchScope("NEWSLETTER", null, null),
                            candidate -> found.add(candidate.ref()));
        }
        assertThat(found)
                .contains(new ObjectRef(ObjectKind.COLUMN, new QualifiedName("public", "email")));
        assertThat(Rows.of(file, "SELECT name, type, not_null FROM columns WHERE name = 'added'"))
                .containsExactly("added|int|0");
        assertThat(Rows.of(file, "SELECT name, is_unique, definition FROM indexes"))
                .containsExactly(
                        "customer_email_key|1|CREATE UNIQUE INDEX customer_email_key"
                                + " ON public.customer USING btree (email)");
        assertThat(Rows.of(file, "SELECT name, most_common_vals FROM planner_column_stats"))
                .containsExactly("email|{a@example.org,b@example.org}");
    }

    @Test
    void statisticsOfVersion1AreBoundToTheSchemaOfTheirTime() throws IOException {
        Path file = copy(1);
        try (HistoryFile history = HistoryFile.openForWriting(file)) {
            Deletion deletion =
                    history.delete(Tables.KEY, Tables.SCHEMA, SnapshotReference.parse("latest"));

            assertThat(deletion.bound())
                    .extracting(bound -> bound.stream().word(), SnapshotInfo::takenAt)
                    .containsExactlyInAnyOrder(
                            tuple("planner", Tables.NOON.plusSeconds(120)),
                            tuple("activity:primary", Tables.NOON.plusSeconds(120)));
        }
    }

    private Path copy(int version) throws IOException {
        return Files.copy(stored(version), folder.resolve("history.db"));
    }

    private Path stored(int version) {
        return Path.of("src", "test", "files", "version-" + version + ".db");
    }
}
