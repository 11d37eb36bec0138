package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was dumped without masks is masked when it is imported under a policy.
final class CanaryImportTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void anImportUnderAPolicyStoresNoHiddenValue(PostgresVersion version) throws IOException {
        Path dump = folder.resolve("raw.json");
        Path project = Files.createDirectory(folder.resolve("project"));
        Path bare = Files.createDirectory(folder.resolve("bare"));
        try (PostgresServer server = Canaries.server(version)) {
            Ran dumped =
                    Ran.in(
                            folder,
                            Map.of(),
                            "dump-schema",
                            "--no-masks",
                            "--allow-privileged",
                            "--source",
                            server.url(Canaries.DATABASE, "postgres"),
                            "--output",
                            dump.toString());
            assertThat(dumped.status()).as(dumped.err()).isZero();
            Canaries.project(server, project);
        }

        Ran raw = Ran.in(bare, Map.of(), "import", "--no-masks", dump.toString());
        Ran imported = Ran.in(project, Map.of(), "import", dump.toString());

        assertThat(raw.status()).as(raw.err()).isZero();
        assertThat(imported.status()).as(imported.err()).isZero();
        Written seen = new Written();
        seen.addAll(bare);
        assertThat(Canaries.found(seen.texts())).hasSizeGreaterThan(100);
        Written written = new Written();
        written.add("import", imported);
        written.addAll(project);
        assertThat(written.texts()).hasSizeGreaterThan(50);
        assertThat(written.has("visible check")).isTrue();
        assertThat(Canaries.found(written.texts())).isEmpty();
    }

    /// The file is the same, and so is its hash; only the policy is new.
    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void aLaterPolicyMasksWhatIsImportedAgain(PostgresVersion version) throws IOException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TABLE t (email text DEFAULT 'canary later')");
        String dump = folder.resolve("raw.json").toString();
        Files.writeString(folder.resolve("dryrun.toml"), "[project]\nid = \"shop\"\n");
        Ran.in(
                folder,
                Map.of(),
                "dump-schema",
                "--allow-privileged",
                "--source",
                server.url(database, "postgres"),
                "--output",
                dump);
        Ran.in(folder, Map.of(), "import", dump);
        Files.writeString(
                folder.resolve("data-masking-policy.yml"),
                "version: 1\ndatabases:\n  shop:\n    columns:\n      t.email: {}\n");
        Ran again = Ran.in(folder, Map.of(), "import", dump);

        assertThat(again.status()).as(again.err()).isZero();
        Written written = new Written();
        written.addDocuments(folder.resolve(".dryrun/history.db"));
        assertThat(Canaries.found(written.texts())).isEmpty();
        assertThat(written.has("NULL /* masked */")).isTrue();
    }
}
