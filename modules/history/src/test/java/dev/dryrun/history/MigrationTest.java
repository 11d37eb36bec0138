package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that older versions wrote. They are never made again: what they are is the test.
final class MigrationTest {

    /// The roots of version-1.db, as the code that wrote it gave them.
    private static final List<String> SCHEMAS =
            List.of(
                    "5db63c644b7129dfca09d964ba35d7ec1ce6a3b44a59987561a729dd3b79379e",
                    "6eb41d2d81ca9d07839e61dd176c3c86f259cdc1b3feb9cff91b62ae6927060e",
                    "6eb41d2d81ca9d07839e61dd176c3c86f259cdc1b3feb9cff91b62ae6927060e");

    /// Those of version-2.db.
    private static final List<String> VERSION_2 =
            List.of(
                    "bbe460b43a39f121ad1e3ce99bf0b53be6773198a1c550811e4b9683015fe0a1",
                    "bbab5b6abbe2472b26275fbcc09f40c9c17596d7cc5e42ea1c8729878de65aec",
                    "eee6242479089b8bfb1865e37bd9a9efb6ee0e1b9406b65867ab3456ee485232",
                    "ee015a0a90a673f6820b986174272ff153fb73f61062042b2f79daa088e925d7",
                    "c7dfa530f7e064ec4681e57b5e228bc32623564cc5ab8bfc0840118b1527f227",
                    "bc89cda23e058208ce0df5b231ab7fde4b86e8769dc414fbde44415c2ce78680",
                    "75315b15e2fa5a26c5310bc3015b07d29ebebb7fdad48849ea0bda53daccf3e3",
                    "ee015a0a90a673f6820b986174272ff153fb73f61062042b2f79daa088e925d7");

    private static final SnapshotKey SHOP = new SnapshotKey("v2", "shop");

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
        assertThat(Rows.of(file, "PRAGMA user_version")).containsExactly("4");
        assertThat(Rows.of(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Rows.of(file, "PRAGMA foreign_key_check")).isEmpty();
    }

    @Test
    void aFileOfVersion2KeepsItsSnapshotsAndTheirHashes() throws IOException {
        Path file = copy(2);
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            assertThat(history.list(SHOP, SnapshotFilter.ALL))
                    .extracting(SnapshotInfo::hash)
                    .containsExactlyInAnyOrderElementsOf(VERSION_2);
        }
        assertThat(Rows.of(file, "PRAGMA user_version")).containsExactly("4");
        assertThat(Rows.of(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Rows.of(file, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(Rows.of(file, "SELECT name, is_unique FROM indexes WHERE table_name = 'orders'"))
                .containsExactlyInAnyOrder(
                        "+odd|0", "orders_customer_id_placed_at_idx|0", "orders_pkey|1");
        assertThat(
                        Rows.of(
                                file,
                                "SELECT most_common_vals FROM planner_column_stats"
                                        + " WHERE table_name = 'orders' AND name = 'status'"))
                .containsExactly("{new,paid,sent}");
        assertThat(
                        Rows.of(
                                file,
                                "SELECT name FROM sqlite_schema WHERE name LIKE '%!_2' ESCAPE '!'"))
                .isEmpty();
    }

    @Test
    void aFileOfVersion3KeepsItsSnapshotsAndDoesNotSayHowTheyWereMasked() throws IOException {
        Path file = copy(3);
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            assertThat(history.list(SHOP, SnapshotFilter.ALL))
                    .extracting(SnapshotInfo::hash, SnapshotInfo::masking)
                    .containsExactlyInAnyOrderElementsOf(
                            VERSION_2.stream().map(hash -> tuple(hash, null)).toList());
        }
        assertThat(Rows.of(file, "PRAGMA user_version")).containsExactly("4");
        assertThat(Rows.of(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(
                        Rows.of(
                                file,
                                "SELECT most_common_vals, masked_by FROM planner_column_stats"
                                        + " WHERE table_name = 'orders' AND name = 'status'"))
                .containsExactly("{new,paid,sent}|null");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyDocumentOfAnOlderVersionComesOutAsItWasHashed(int version) throws IOException {
        Path file = copy(version);
        SnapshotKey key = version == 1 ? Tables.KEY : SHOP;
        List<String> before = Rows.of(file, "SELECT lower(hex(hash)) FROM object ORDER BY 1");
        List<String> after = new ArrayList<>();
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            for (SnapshotInfo snapshot : history.list(key, SnapshotFilter.ALL)) {
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
