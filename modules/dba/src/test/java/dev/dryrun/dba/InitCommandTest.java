package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.DemoServer;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InitCommandTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void aProjectBeginsOnEveryVersionAndItsFileAnswers(PostgresVersion version) throws IOException {
        String url = shop(version);

        Ran init = Ran.in(folder, Map.of("DATABASE_URL", url), "init");
        Ran lint = Ran.in(folder, Map.of(), "lint");
        Files.writeString(folder.resolve("good.sql"), "SELECT id, email FROM customer;");
        Files.writeString(folder.resolve("bad.sql"), "SELECT c.nope FROM customer c;");
        Ran good = Ran.in(folder, Map.of(), "check", "query", "good.sql");
        Ran bad = Ran.in(folder, Map.of(), "check", "query", "bad.sql");

        assertThat(init.err()).isEmpty();
        assertThat(init.status()).isZero();
        assertThat(init.out())
                .contains("PostgreSQL " + version.major() + ".")
                .contains("columns masked");
        assertThat(lint.status()).isEqualTo(1);
        assertThat(lint.out())
                .contains("pk/exists")
                .contains("constraints/fk_has_index")
                .contains("types/text_over_varchar");
        assertThat(good.status()).isZero();
        assertThat(bad.status()).isEqualTo(1);
        assertThat(bad.out()).contains("column c.nope does not exist");
    }

    @Test
    void nothingOfTheConnectionStringIsWrittenAnywhere() throws IOException {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        shop(PostgresVersion.V18);
        server.execute(
                "shop_of_dba",
                "ALTER ROLE dryrun_reader PASSWORD 'pass-canary' CONNECTION LIMIT 9");
        String url =
                "postgres://dryrun_reader:pass-canary@127.0.0.1:" + server.port() + "/shop_of_dba";

        Ran init = Ran.in(folder, Map.of(), "init", "--db", url);

        assertThat(init.status()).isZero();
        assertThat(init.out() + init.err()).contains("can be seen in the process list");
        assertThat(init.out() + init.err()).doesNotContain("pass-canary");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("pass-canary")
                        .doesNotContain("127.0.0.1")
                        .doesNotContain("dryrun_reader");
            }
        }
    }

    @Test
    void withoutADatabaseOnlyTheConfigurationIsWritten() {
        Ran init = Ran.in(folder, Map.of(), "init");

        assertThat(init.status()).isZero();
        assertThat(folder.resolve("dryrun.toml")).exists();
        assertThat(folder.resolve(".dryrun")).doesNotExist();
        assertThat(init.out()).contains("dryrun init --db");
    }

    @Test
    void aSecondInitKeepsTheConfigurationAndAddsSnapshots() throws IOException {
        String url = shop(PostgresVersion.V18);
        Files.writeString(
                folder.resolve("dryrun.toml"), "[project]\nid = \"mine\" # keep this comment\n");

        Ran first = Ran.in(folder, Map.of("DATABASE_URL", url), "init", "--json");
        Ran second = Ran.in(folder, Map.of("DATABASE_URL", url), "init", "--json");

        assertThat(first.status()).isZero();
        assertThat(second.status()).isZero();
        assertThat(Files.readString(folder.resolve("dryrun.toml"))).contains("# keep this comment");
        assertThat(hash(second.out()))
                .as("the schema has not changed")
                .isEqualTo(hash(first.out()));
    }

    @Test
    void theConventionsOfTheConfigurationDecideWhatLintSays() throws IOException {
        String url = shop(PostgresVersion.V18);
        Path config = folder.resolve("dryrun.toml");
        Files.writeString(config, "[conventions]\nprefer_text_over_varchar = false\n");
        assertThat(Ran.in(folder, Map.of("DATABASE_URL", url), "init").status()).isZero();

        assertThat(Ran.in(folder, Map.of(), "lint").out())
                .contains("pk/exists")
                .doesNotContain("types/text_over_varchar");
        Files.writeString(
                config,
                """
                [conventions.disabled_rules]
                rules = ["pk/exists", "constraints/fk_has_index"]
                """);
        Ran warningsOnly = Ran.in(folder, Map.of(), "lint");
        assertThat(warningsOnly.status()).as("warnings do not fail").isZero();
        assertThat(warningsOnly.out())
                .contains("types/text_over_varchar")
                .doesNotContain("pk/exists");
    }

    @Test
    void aRepositoryThatDoesNotIgnoreTheFileIsWarned() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        String warning = "git does not ignore .dryrun/";

        assertThat(Ran.in(folder, Map.of(), "init").out()).contains(warning);
        Files.writeString(folder.resolve(".gitignore"), "target/\n.dryrun/\n");
        assertThat(Ran.in(folder, Map.of(), "init").out()).doesNotContain(warning);
    }

    private static String hash(String json) {
        int at = json.indexOf("\"hash\"");
        return json.substring(at, json.indexOf('\n', at));
    }

    private static String shop(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String exists = "SELECT 1 FROM pg_database WHERE datname = 'shop_of_dba'";
        if (server.query("postgres", exists).isEmpty()) {
            DemoServer.fill(server, "shop_of_dba");
            server.execute("shop_of_dba", roleScript());
        }
        return server.url("shop_of_dba", "dryrun_reader");
    }

    private static String roleScript() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("dryrun.root"), "dryrun-readonly-role.sql"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
