package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values that the policy hides are planted everywhere; then everything that was written is
/// searched for them.
final class CanaryTest {

    /// What is never read, whatever the policy: nothing of a foreign server or of its users.
    private static final List<String> NEVER_READ =
            List.of("canary token", "canary column option", "canary secret");

    /// What hides nothing stays.
    private static final List<String> VISIBLE =
            List.of(
                    "visible 1",
                    "visible check",
                    "visible view",
                    "visible function",
                    "'visible'::text",
                    "visible beside",
                    "/* masked */",
                    "masked 1");

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void noHiddenValueReachesAnythingThatIsWritten(PostgresVersion version) throws IOException {
        try (PostgresServer server = Canaries.server(version)) {
            Canaries.project(server, folder);
            String url = url(server);

            Written written = new Written();
            note(written, "init", run("init", "--allow-privileged", "--db", url));
            note(written, "take", run("snapshot", "take", "--allow-privileged", "--db", url));
            note(
                    written,
                    "activity",
                    run(
                            "snapshot",
                            "activity",
                            "--label",
                            "two",
                            "--allow-privileged",
                            "--from",
                            url));
            note(written, "dump-schema", run("dump-schema", "--allow-privileged", "--source", url));
            note(
                    written,
                    "dump-schema as SQL",
                    run("dump-schema", "--format", "sql", "--allow-privileged", "--source", url));
            note(
                    written,
                    "export",
                    run(
                            "snapshot",
                            "export",
                            "latest",
                            "--all-streams",
                            "--output",
                            "exported.db"));
            written.addAll(folder);
            written.add("answers over MCP", answers(server));

            assertThat(written.texts()).hasSizeGreaterThan(200);
            assertThat(VISIBLE).filteredOn(word -> !written.has(word)).isEmpty();
            assertThat(Canaries.found(written.texts())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void withoutAPolicyTheCanariesAreSeen(PostgresVersion version) throws IOException {
        try (PostgresServer server = Canaries.server(version)) {
            run("init", "--no-masks", "--allow-privileged", "--db", url(server));

            Written written = new Written();
            written.addDocuments(folder.resolve(".dryrun/history.db"));
            assertThat(Canaries.planted())
                    .hasSizeGreaterThan(90)
                    .filteredOn(word -> !written.has(word))
                    .containsExactlyInAnyOrderElementsOf(NEVER_READ);
            assertThat(List.of("918273000", "1917-01-01", "ca9a4191-8273", "canary sad"))
                    .allMatch(written::has);
            String all = String.join("\n", written.texts().values());
            Files.writeString(folder.resolve("raw.txt"), all);
            Written raw = new Written();
            raw.addAll(folder);
            assertThat(Canaries.found(raw.texts()))
                    .anyMatch(place -> place.startsWith("raw.txt"))
                    .anyMatch(place -> place.startsWith(".dryrun/history.db"))
                    .anyMatch(place -> place.startsWith(".dryrun/history.db, table"));
        }
    }

    /// {@return what an agent is told of every relation}
    private String answers(PostgresServer server) {
        List<String> lines = new ArrayList<>();
        lines.add(
                """
                {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":\
                "2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}\
                """);
        lines.add(call("find_objects", "\"query\":\"e\""));
        lines.add(call("find_objects", "\"query\":\"masked\""));
        server.query(
                        Canaries.DATABASE,
                        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'f', 'v', 'm')"
                                + " AND relnamespace = 'public'::regnamespace")
                .forEach(row ->
                        lines.add(
                                call(
                                        "describe_table",
                                        "\"table\":\"%s\",\"detail\":\"full\""
                                                .formatted(row.getFirst()))));
        CommandRun run =
                Command.of(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                        .with("--enable-native-access=dev.dryrun.pgquery,org.xerial.sqlitejdbc")
                        .with("-p", String.valueOf(System.getProperty("jdk.module.path")))
                        .with("-Ddryrun.libpg_query=" + System.getProperty("dryrun.libpg_query"))
                        .with("-m", "dev.dryrun.mcp/dev.dryrun.mcp.Main")
                        .with("--project", folder.toString())
                        .withInput(String.join("\n", lines) + "\n")
                        .run();
        assertThat(run.status()).as(run.stderr()).isZero();
        assertThat(run.stdout().lines()).hasSize(lines.size());
        assertThat(run.stdout()).contains("everything", "seen_again").doesNotContain("\"error\"");
        return run.stdout() + run.stderr();
    }

    private static String call(String tool, String arguments) {
        return """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":{%s}}}\
        """
                .formatted(tool, arguments);
    }

    private static void note(Written written, String what, Ran ran) {
        assertThat(ran.status()).as(what + ": " + ran.err()).isZero();
        written.add(what, ran);
    }

    private static String url(PostgresServer server) {
        return server.url(Canaries.DATABASE, "postgres");
    }

    private Ran run(String... arguments) {
        return Ran.in(folder, Map.of(), arguments);
    }
}
