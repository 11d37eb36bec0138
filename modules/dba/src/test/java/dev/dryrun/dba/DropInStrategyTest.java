package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.DropInFolder;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of a masking strategy, dropped into the user's folder, masks a real capture.
final class DropInStrategyTest {

    private static final Path EXAMPLE =
            Path.of(System.getProperty("dryrun.root"), "plugins/example-masking/src/main/java");

    private static final String SQL =
            """
            CREATE TABLE sale (id integer PRIMARY KEY, city text);
            INSERT INTO sale SELECT i, 'city ' || i % 5 FROM generate_series(1, 500) i;
            ANALYZE;
            """;

    @TempDir private Path folder;
    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("dryrun.toml"), "[project]\nid = \"shop\"\n");
        Files.writeString(
                project.resolve("data-masking-policy.yml"),
                """
                version: 1
                databases:
                  shop:
                    columns:
                      sale.city: { strategy: rank }
                """);
    }

    @Test
    void unpinnedItStopsTheCaptureAndPinnedItMasksIt() throws IOException {
        DropInFolder plugin =
                DropInFolder.in(folder.resolve("config/dryrun/plugins"), "rank")
                        .jar("rank", Map.of("DryRun-Api", "masking/1"), sources());
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(database, SQL);
        String[] init = {"init", "--allow-privileged", "--db", server.url(database, "postgres")};

        Ran refused = run(init);

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .contains("warning: " + plugin.path() + " is not pinned")
                .contains("no masking strategy is called \"rank\"");
        assertThat(project.resolve(".dryrun/history.db")).doesNotExist();

        String line = refused.err().replaceAll("(?s).*this line: ([^\n]*)\n.*", "$1\n");
        Files.writeString(folder.resolve("config/dryrun/plugins.toml"), line);
        Ran captured = run(init);

        assertThat(captured.err()).doesNotContain(plugin.path().toString());
        assertThat(captured.status()).as(captured.err()).isZero();
        Ran verified = run("mask", "verify", "--show");
        assertThat(verified.out())
                .contains("masked by rank", "common-000001", "common-000005")
                .doesNotContain("city 1");
        assertThat(verified.status()).isZero();
    }

    private static Map<String, String> sources() throws IOException {
        String strategy = "com/example/masking/RankStrategy.java";
        String descriptor =
                Files.readString(EXAMPLE.resolve("module-info.java"))
                        .replaceAll("(?m)^.*(jspecify|@NullMarked).*$", "");
        return Map.of(
                "module-info.java",
                descriptor,
                strategy,
                Files.readString(EXAMPLE.resolve(strategy)));
    }

    private Ran run(String... arguments) {
        return Ran.in(
                project, Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString()), arguments);
    }
}
