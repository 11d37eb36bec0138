package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is pushed by one and pulled by another.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharedSnapshotsTest {

    private static final String CONFIG =
            """
            # Keep me.
            [project]
            id = "sample"
            """;

    /// Everything that reads a captured file.
    private static final List<List<String>> READING =
            List.of(
                    List.of("snapshot", "list"),
                    List.of("snapshot", "list", "--json"),
                    List.of("snapshot", "nodes"),
                    List.of("snapshot", "diff", "latest~1", "latest"),
                    List.of("snapshot", "diff", "latest~1", "latest", "--json"),
                    List.of("snapshot", "diff", "latest~2", "latest", "--kind", "planner"),
                    List.of(
                            "snapshot",
                            "diff",
                            "latest~1",
                            "latest",
                            "--kind",
                            "activity",
                            "--node",
                            "primary"),
                    List.of("snapshot", "prune", "--dry-run", "--max-age", "0"),
                    List.of("lint"),
                    List.of("lint", "--json"),
                    List.of("mask", "verify"),
                    List.of("profile", "list"));

    private static final String TALK =
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
            "capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"describe_table",\
            "arguments":{"table":"orders"}}}
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"find_objects",\
            "arguments":{"query":"order"}}}
            {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"validate_query",\
            "arguments":{"sql":"SELECT id FROM orders WHERE no_such = 1"}}}
            """;

    private CapturedDatabase shop;
    @TempDir private Path folder;

    @BeforeAll
    void capture() {
        shop = CapturedDatabase.ofDemo(PostgresVersion.V18);
        shop.execute("ALTER TABLE orders ADD COLUMN shared_at timestamptz");
        shop.capture();
    }

    @AfterAll
    void drop() {
        shop.close();
    }

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(project().resolve(".dryrun"));
        Files.writeString(project().resolve("dryrun.toml"), CONFIG);
        Files.copy(shop.historyFile(), history());
    }

    @Test
    void aPulledHistoryAnswersEveryReadingCommandAsThePushedOneDoes() throws IOException {
        Map<String, String> before = answers();
        assertThat(run("snapshot", "push", "--to-path", "../share").status()).isZero();
        forget();

        Ran pulled = run("snapshot", "pull", "--from-path", "../share", "--full");

        assertThat(pulled.status()).as(pulled.err()).isZero();
        Map<String, String> after = answers();
        assertThat(before.get("talk")).contains("shared_at").contains("no_such");
        assertThat(before.get("[snapshot, diff, latest~1, latest]")).contains("shared_at");
        same(after, before);
        assertThat(run("snapshot", "verify", "--from-path", "../share").out())
                .matches("folder .*share: 9 snapshots, \\d+ objects, [0-9.]+ kB: whole\n");
    }

    @Test
    void whatMovedIsCountedForEachStreamAndOnceOnly() {
        Ran first = run("snapshot", "push", "--to-path", "../share");
        Ran again = run("snapshot", "push", "--to-path", "../share", "--json");
        Ran pulled = run("snapshot", "pull", "--from-path", "../share");

        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .contains("Pushed sample/sample to folder ")
                .contains("  schema             3 copied, 0 up to date\n")
                .contains("  activity:primary   3 copied, 0 up to date\n");
        assertThat(again.out())
                .contains("\"copied\": 0")
                .contains("\"up_to_date\": 3")
                .contains("\"bytes_moved\": 0");
        assertThat(pulled.out())
                .contains("  schema             0 copied, 1 up to date\n")
                .endsWith("Nothing moved\n");
    }

    @Test
    void unmaskedStatisticsAreNotPushedWhereMasksAreRequired() throws IOException {
        Files.writeString(project().resolve("dryrun.toml"), "require_masks = true\n" + CONFIG);

        Ran without = run("snapshot", "push", "--to-path", "../share");
        Files.writeString(
                project().resolve("data-masking-policy.yml"),
                "version: 1\ndatabases:\n  sample:\n    columns: {}\n");
        Ran unmasked = run("snapshot", "push", "--to-path", "../share");

        OneLineErrorTest.failed("require_masks is set, and 3 snapshots", without);
        OneLineErrorTest.failed("statistics of sample/sample were captured without", unmasked);
        assertThat(folder.resolve("share")).doesNotExist();
    }

    @Test
    void remotesAreAddedCheckedUsedAndRemovedAndTheFileIsLeftAsItWas() throws IOException {
        Ran added = run("remote", "add", "team", "../share", "--default");
        Ran twice = run("remote", "add", "team", "../other");
        Ran checked = run("remote", "check");
        Ran pushed = run("snapshot", "push");
        Ran listed = run("remote", "list");
        Ran removed = run("remote", "rm", "team");

        assertThat(added.status()).as(added.err()).isZero();
        OneLineErrorTest.failed("two remotes are called \"team\"", twice);
        assertThat(checked.out()).startsWith("team: ok: folder ").contains("which the first push");
        assertThat(pushed.out()).contains("Pushed sample/sample to remote \"team\"\n");
        assertThat(listed.out())
                .isEqualTo("name  type  default  ref\nteam  file  yes      ../share\n");
        assertThat(removed.out()).startsWith("No remote; add one with");
        assertThat(Files.readString(project().resolve("dryrun.toml"))).isEqualTo(CONFIG);
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() throws IOException {
        OneLineErrorTest.failed("no remote is defined", run("snapshot", "pull"));
        OneLineErrorTest.failed(
                "there is no remote \"tean\"", run("snapshot", "push", "--remote", "tean"));
        OneLineErrorTest.failed(
                "of the type \"s4\", which is unknown",
                run("snapshot", "push", "--remote", "s4://x/y"));
        OneLineErrorTest.failed(
                "has no snapshot of sample/sample",
                run("snapshot", "pull", "--from-path", "../nothing"));
        OneLineErrorTest.failed(
                "there is no folder", run("snapshot", "push", "--to-path", "../no/thing"));
        OneLineErrorTest.failed(
                "the key \"colour\", which the type file does not know",
                run("remote", "add", "x", "/srv", "--set", "colour=red"));
        Files.writeString(
                project().resolve("dryrun.toml"),
                CONFIG + "[[remote]]\nname = \"x\"\nref = \"/srv\"\nregion = \"eu\"\n");
        assertThat(run("remote", "check").out())
                .startsWith("x: failed: remote \"x\" has the key \"region\"");
    }

    @Test
    void everyKeyMovesWithAll() throws IOException {
        assertThat(run("snapshot", "push", "--all", "--to-path", "../share").status()).isZero();
        forget();
        Files.writeString(project().resolve("dryrun.toml"), "[project]\nid = \"another\"\n");

        Ran pulled = run("snapshot", "pull", "--all", "--from-path", "../share");

        assertThat(pulled.out()).contains("Pulled sample/sample from");
        assertThat(run("snapshot", "verify", "--all", "--from-path", "../share").status()).isZero();
    }

    @Test
    void anExportedFileIsTakenWhole() throws IOException {
        Map<String, String> before = answers();
        Files.move(history(), folder.resolve("one.db"));

        Ran imported = run("snapshot", "import", "../one.db");
        Ran again = run("snapshot", "import", "../one.db");

        assertThat(imported.out()).contains("  schema             3 copied, 0 up to date\n");
        assertThat(again.out()).endsWith("Nothing moved\n");
        same(answers(), before);
        OneLineErrorTest.failed("does not exist", run("snapshot", "import", "../none.db"));
    }

    private static void same(Map<String, String> after, Map<String, String> before) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((what, said) -> assertThat(after.get(what)).as(what).isEqualTo(said));
    }

    private Map<String, String> answers() throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (List<String> command : READING) {
            Ran ran = run(command.toArray(String[]::new));
            assertThat(ran.status()).as(command + ran.err()).isLessThan(2);
            answers.put(command.toString(), ran.out() + ran.err());
        }
        answers.put("talk", talk());
        answers.put(
                "drift", run("drift", "--db", shop.url()).out().replaceFirst("live  \\S+", "live"));
        return answers;
    }

    private String talk() throws IOException {
        CommandRun run =
                Command.of(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                        .with("--enable-native-access=dev.dryrun.pgquery,org.xerial.sqlitejdbc")
                        .with("-p", String.valueOf(System.getProperty("jdk.module.path")))
                        .with("-Ddryrun.libpg_query=" + System.getProperty("dryrun.libpg_query"))
                        .with("-m", "dev.dryrun.mcp/dev.dryrun.mcp.Main")
                        .with("--project", project().toString())
                        .withInput(TALK)
                        .run();
        assertThat(run.status()).as(run.stderr()).isZero();
        assertThat(run.stdout().lines()).as(run.stdout()).hasSize(4);
        return run.stdout();
    }

    private void forget() throws IOException {
        try (Stream<Path> files = Files.list(project().resolve(".dryrun"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private Ran run(String... arguments) {
        return Ran.in(project(), Map.of(), arguments);
    }

    private Path project() {
        return folder.resolve("project");
    }

    private Path history() {
        return project().resolve(".dryrun/history.db");
    }
}
