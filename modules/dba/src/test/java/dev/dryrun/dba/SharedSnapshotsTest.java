package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.Confined;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
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

    /// On a disk of its own, which goes with the shell.
    @Test
    void aFullDiskIsOneLineAndThePushGoesOnWhenThereIsRoom() throws IOException {
        Optional<List<String>> ownMounts = Confined.withOwnMounts();
        Assumptions.assumeTrue(ownMounts.isPresent(), "may not mount");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String script =
                """
                disk=$1
                shift
                mount -t tmpfs -o size=4m none "$disk" || exit 9
                head -c 4100000 /dev/zero >"$disk/filler"
                "$@" push --to-path "$disk/share"
                echo "status $?, $(ls "$disk/share/tmp" | wc -l) uploads left"
                "$@" verify --from-path "$disk/share"
                rm "$disk/filler"
                "$@" push --to-path "$disk/share" && "$@" verify --from-path "$disk/share"
                """;
        List<String> words = new ArrayList<>(ownMounts.orElseThrow());
        words.addAll(List.of("/bin/sh", "-c", script, "sh", disk.toString()));
        words.addAll(snapshotCommand().words());

        CommandRun run = Command.of(words.toArray(String[]::new)).in(project()).run();

        OneLineErrorTest.failed(
                "cannot write to " + disk + "/share: No space left on device",
                new Ran(2, "", run.stderr()));
        assertThat(run.status()).isZero();
        Matcher said =
                Pattern.compile(
                                """
                                status 2, 0 uploads left
                                folder .*share: 0 snapshots, 0 objects, 0 B: whole
                                (?s:.*)
                                (\\d+) objects, .* moved
                                folder .*share: 9 snapshots, (\\d+) objects, .*: whole
                                """)
                        .matcher(run.stdout());
        assertThat(said.matches()).as(run.stdout()).isTrue();
        assertThat(Integer.parseInt(said.group(1)))
                .as("what moved the second time, of %s", said.group(2))
                .isLessThan(Integer.parseInt(said.group(2)));
    }

    @Test
    void whatMayNotBeWrittenIsOneLineAndCanBePulledFrom() throws IOException {
        Optional<List<String>> permissions = Confined.byPermissions();
        Assumptions.assumeTrue(permissions.isPresent(), "permissions say nothing here");
        assertThat(run("snapshot", "push", "--to-path", "../share").status()).isZero();
        Path share = folder.resolve("share");
        forgetPlannerStatistics(share);
        List<String> words = new ArrayList<>(permissions.orElseThrow());
        words.addAll(snapshotCommand().words());
        Command snapshot = Command.of(words.toArray(String[]::new)).in(project());
        permit(share, "r-xr-xr-x");
        try {
            CommandRun pushed = snapshot.with("push", "--to-path", "../share").run();
            forget();
            CommandRun pulled = snapshot.with("pull", "--full", "--from-path", "../share").run();

            OneLineErrorTest.failed(
                    "share: permission denied",
                    new Ran(pushed.status(), pushed.stdout(), pushed.stderr()));
            assertThat(pulled.status()).as(pulled.stderr()).isZero();
            assertThat(pulled.stdout()).contains("  schema             3 copied, 0 up to date\n");
        } finally {
            permit(share, "rwxr-xr-x");
        }
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

    /// {@return `dryrun snapshot`, as a process of its own}
    private static Command snapshotCommand() {
        return Command.java("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")
                .with(
                        "--enable-native-access=dev.dryrun.pgquery,org.xerial.sqlitejdbc,"
                                + "com.github.luben.zstd_jni")
                .with("-p", String.valueOf(System.getProperty("jdk.module.path")))
                .with("-Ddryrun.libpg_query=" + System.getProperty("dryrun.libpg_query"))
                .with("-m", "dev.dryrun.cli/dev.dryrun.cli.Main", "snapshot");
    }

    /// Leaves something to push.
    private static void forgetPlannerStatistics(Path share) throws IOException {
        try (Stream<Path> files = Files.walk(share.resolve("snapshots"))) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                if (one.toString().contains("planner")) {
                    Files.delete(one);
                }
            }
        }
    }

    /// Folders, and not what is in them.
    private static void permit(Path share, String symbols) throws IOException {
        try (Stream<Path> folders = Files.walk(share)) {
            for (Path one : folders.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(one, PosixFilePermissions.fromString(symbols));
            }
        }
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
