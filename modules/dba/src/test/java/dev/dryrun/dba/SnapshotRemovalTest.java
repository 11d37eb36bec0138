package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotFilter;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What the commands take away and what they leave.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SnapshotRemovalTest {

    private static final String CANARY = "canary_of_removal_\u2603";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private CapturedDatabase shop;

    @BeforeAll
    void makeADatabase() {
        shop =
                CapturedDatabase.of(
                        PostgresVersion.V18,
                        "CREATE TABLE kept (id int); CREATE TABLE \"" + CANARY + "\" (id int)");
    }

    @AfterAll
    void dropIt() {
        shop.close();
    }

    @Test
    void aDeletionAsksAndTellsWhatGoes(@TempDir Path folder) {
        take(folder);

        Ran nobody = Ran.in(folder, Map.of(), "snapshot", "delete", "latest");
        Ran no = answering("n\n", folder, "snapshot", "delete", "latest");
        Ran silent = answering("", folder, "snapshot", "delete", "latest");
        assertThat(list(folder)).hasSize(4);
        Ran yes = answering("y\n", folder, "snapshot", "delete", "--latest");

        OneLineErrorTest.failed("it would delete the schema snapshot of 20", nobody);
        assertThat(nobody.err()).contains("and 3 snapshots bound to it").contains("--yes");
        assertThat(no.status()).isEqualTo(2);
        assertThat(no.err())
                .contains("  activity:primary")
                .contains("bound to it? [y/N] error: the answer was not yes");
        assertThat(silent.status()).isEqualTo(2);
        assertThat(yes.status()).isZero();
        assertThat(yes.out()).startsWith("Deleted of ").contains("query:primary");
        assertThat(list(folder)).isEmpty();
    }

    @Test
    void afterAPurgeNoByteOfTheDeletedIsLeft(@TempDir Path folder) throws IOException {
        take(folder);
        assertThat(traces(folder)).as("it can be found at all").isPositive();

        Ran deleted = Ran.in(folder, Map.of(), "snapshot", "delete", "latest", "--yes", "--purge");

        assertThat(deleted.out()).contains("Purged: no byte of it is left");
        assertThat(traces(folder)).isZero();
        assertThat(list(folder)).isEmpty();
    }

    @Test
    void pruningKeepsWhatTheRuleSays(@TempDir Path folder) throws IOException {
        String dump = dump(folder);
        for (int days : List.of(50, 40, 30, 20, 1)) {
            importAt(folder, dump, days);
        }
        Ran unset = Ran.in(folder, Map.of(), "snapshot", "prune", "--yes");
        Files.writeString(
                folder.resolve("dryrun.toml"), "[history]\nmax_age = \"25d\"\nkeep_schemas = 2\n");

        Ran refused = Ran.in(folder, Map.of(), "snapshot", "prune");
        Ran planned = Ran.in(folder, Map.of(), "snapshot", "prune", "--dry-run");
        assertThat(list(folder)).as("nothing went yet").hasSize(5);
        Ran pruned = Ran.in(folder, Map.of(), "snapshot", "prune", "--yes", "--json");
        Ran idle = Ran.in(folder, Map.of(), "snapshot", "prune");
        List<SnapshotInfo> left = list(folder);
        Ran byFlags =
                answering("yes\n", folder, "snapshot", "prune", "--max-age=0", "--keep-schemas=1");

        assertThat(unset.out()).startsWith("Nothing to prune: neither --max-age nor [history]");
        OneLineErrorTest.failed("it would prune 3 snapshots", refused);
        assertThat(planned.out()).startsWith("Would prune of ").endsWith("3 snapshots\n");
        assertThat(pruned.out()).contains("\"dry_run\": false").contains("\"document_bytes\"");
        assertThat(left)
                .extracting(it -> ChronoUnit.DAYS.between(it.takenAt(), now))
                .containsExactly(1L, 20L);
        assertThat(idle.status()).as("nothing to do is no failure").isZero();
        assertThat(idle.out()).contains("may go of ");
        assertThat(byFlags.status()).isZero();
        assertThat(list(folder)).hasSize(1);
        OneLineErrorTest.failed(
                "--max-age is no age",
                Ran.in(folder, Map.of(), "snapshot", "prune", "--max-age", "old"));
    }

    @Test
    void aCapturePrunesWhereTheConfigurationAsksForIt(@TempDir Path folder) throws IOException {
        String dump = dump(folder);
        importAt(folder, dump, 50);
        importAt(folder, dump, 40);
        String rule = "[history]\nmax_age = \"25d\"\nkeep_schemas = 1\n";
        shop.execute("CREATE TABLE made_later ()");

        Files.writeString(folder.resolve("dryrun.toml"), rule);
        take(folder);
        int before = list(folder).size();
        Files.writeString(folder.resolve("dryrun.toml"), rule + "auto_prune = true\n");
        Ran taken = take(folder);

        shop.execute("DROP TABLE made_later");
        assertThat(before).as("nobody asked").isEqualTo(6);
        assertThat(taken.out()).contains("auto_prune removed 2 old snapshots");
        assertThat(list(folder)).as("four more, two less").hasSize(8);
    }

    @Test
    void anExportHoldsThatSnapshotAndAnswers(@TempDir Path folder) throws IOException {
        take(folder);
        importAt(folder, dump(folder), 10);
        SnapshotInfo old = list(folder).getLast();

        Ran one = Ran.in(folder, Map.of(), "snapshot", "export", "latest~1", "-o", "one.db");
        Ran again = Ran.in(folder, Map.of(), "snapshot", "export", "latest", "-o", "one.db");
        Ran all =
                Ran.in(
                        folder,
                        Map.of(),
                        "snapshot",
                        "export",
                        "latest",
                        "--all-streams",
                        "--json",
                        "--output",
                        "all.db");

        assertThat(one.out()).startsWith("Exported ").contains("to one.db\n");
        OneLineErrorTest.failed("one.db exists already", again);
        SnapshotKey key = old.key();
        try (HistoryFile file = HistoryFile.openForReading(folder.resolve("one.db"))) {
            assertThat(file.keys()).containsExactly(key);
            assertThat(file.list(key, SnapshotFilter.ALL)).containsExactly(old);
            assertThat(file.read(old).refs())
                    .extracting(ref -> ref.name().name())
                    .contains("kept", CANARY);
        }
        try (HistoryFile file = HistoryFile.openForReading(folder.resolve("all.db"))) {
            assertThat(file.list(key, SnapshotFilter.ALL))
                    .extracting(it -> it.stream().word())
                    .containsExactlyInAnyOrder(
                            "schema", "planner", "activity:primary", "query:primary");
            assertThat(all.out()).contains("\"stream\": \"query:primary\"");
            SnapshotInfo schema = file.newest(key, new dev.dryrun.model.Stream.Schema()).get();
            file.read(schema)
                    .forEach(
                            ObjectKind.TABLE,
                            document ->
                                    assertThat(document.about().name().name())
                                            .isIn("kept", CANARY));
        }
        Ran lint = Ran.in(folder, Map.of(), "lint", "--history-db", "one.db");
        assertThat(lint.out()).contains("pk/exists");
    }

    @Test
    void aReferenceThatNamesNothingSaysSo(@TempDir Path folder) {
        OneLineErrorTest.failed(
                "history.db does not exist",
                Ran.in(folder, Map.of(), "snapshot", "delete", "latest", "--yes"));
        assertThat(folder.resolve(".dryrun")).as("nothing is made").doesNotExist();
        take(folder);

        refused(folder, "\"soon\" names no snapshot", "delete", "soon", "--yes");
        refused(folder, "delete which snapshot?", "delete");
        refused(folder, "--latest does not go with a reference", "delete", "--latest", "latest");
        refused(folder, "latest~7", "delete", "latest~7", "--yes");
        refused(folder, "ffffffff", "export", "ffffffff", "-o", "x.db");
        refused(folder, "--node goes with --kind", "delete", "latest", "--node", "primary");
        refused(folder, "2001-01-01", "delete", "2001-01-01", "--yes");
        refused(folder, "replica", "delete", "latest", "--kind=activity", "--node=replica");
        refused(folder, "x.db", "export", "latest", "-o", "no/such/x.db");
        assertThat(list(folder)).hasSize(4);

        Ran ofNode =
                Ran.in(
                        folder,
                        Map.of(),
                        "snapshot",
                        "delete",
                        list(folder).getFirst().hash().substring(0, 8),
                        "--yes",
                        "--json");
        assertThat(ofNode.out()).contains("\"stream\": \"activity:primary\"");
        assertThat(list(folder)).hasSize(3);
    }

    private static void refused(Path folder, String why, String... words) {
        String[] command =
                Stream.concat(Stream.of("snapshot"), Stream.of(words)).toArray(String[]::new);
        OneLineErrorTest.failed(why, Ran.in(folder, Map.of(), command));
    }

    private static Ran answering(String answer, Path folder, String... words) {
        return Ran.fed(answer, true, folder, Map.of(), words);
    }

    private Ran take(Path folder) {
        Ran taken = Ran.in(folder, Map.of("DATABASE_URL", shop.url()), "snapshot", "take");
        assertThat(taken.status()).isZero();
        return taken;
    }

    private String dump(Path folder) {
        return Ran.in(folder, Map.of("DATABASE_URL", shop.url()), "dump-schema").out();
    }

    /// What was read so many days ago, had somebody dumped it then.
    private void importAt(Path folder, String dump, int days) {
        String then = DumpAndImportTest.at(dump, now.minus(days, ChronoUnit.DAYS));
        assertThat(Ran.fed(then, false, folder, Map.of(), "import", "-").err()).isEmpty();
    }

    private static List<SnapshotInfo> list(Path folder) {
        try (HistoryFile file = HistoryFile.openForReading(folder.resolve(".dryrun/history.db"))) {
            return file.keys().stream()
                    .flatMap(key -> file.list(key, SnapshotFilter.ALL).stream())
                    .toList();
        }
    }

    private static long traces(Path folder) throws IOException {
        long found = 0;
        try (Stream<Path> files = Files.walk(folder.resolve(".dryrun"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                found += bytes.contains(CANARY) || bytes.contains("anary_of_rem") ? 1 : 0;
            }
        }
        return found;
    }
}
