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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing of the connection string is stored, by no command that captures.
final class ConnectionStringTest {

    private static final String USER = "user_canary";
    private static final String PASSWORD = "pass-canary";
    private static final String HOST = "127.0.0.1";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void noCommandThatCapturesWritesAnyOfIt(PostgresVersion version) throws IOException {
        PostgresServer server = PostgresServer.shared(version);
        String database = "shop_of_strings";
        DemoServer.fill(server, database);
        server.execute(
                database,
                """
                DO $$ BEGIN CREATE ROLE %1$s LOGIN; EXCEPTION WHEN duplicate_object THEN END $$;
                ALTER ROLE %1$s PASSWORD '%2$s';
                CREATE EXTENSION pg_stat_statements;
                GRANT pg_read_all_stats, pg_read_all_data TO %1$s;
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s;
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO %1$s;
                """
                        .formatted(USER, PASSWORD));
        server.executeAs(USER, database, "SELECT count(*) FROM pg_class WHERE relname = 'x'");
        String url =
                "postgres://%s:%s@%s:%d/%s"
                        .formatted(USER, PASSWORD, HOST, server.port(), database);
        Map<String, String> environment = Map.of("DATABASE_URL", url, "NODE_URL", url);

        succeeds(Ran.in(folder, environment, "init"));
        succeeds(Ran.in(folder, environment, "probe"));
        succeeds(Ran.in(folder, environment, "snapshot", "take"));
        succeeds(Ran.in(folder, environment, "snapshot", "activity", "--label", "one"));
        succeeds(
                Ran.in(
                        folder,
                        environment,
                        "snapshot",
                        "capture",
                        "--label",
                        "two",
                        "--from",
                        url));
        Path configuration = folder.resolve("dryrun.toml");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        + "\n[[node]]\nname = \"three\"\nurl_env = \"NODE_URL\"\n");
        succeeds(Ran.in(folder, environment, "snapshot", "capture", "--all"));

        assertThat(Ran.in(folder, Map.of(), "snapshot", "list").out())
                .contains("schema", "planner")
                .contains("activity:primary", "activity:one", "activity:two", "activity:three")
                .contains("query:primary", "query:one", "query:two", "query:three");
        assertThat(captured()).contains("CREATE");
        assertThat(captured()).doesNotContain(USER, PASSWORD, HOST);
    }

    private static void succeeds(Ran ran) {
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out() + ran.err()).doesNotContain(PASSWORD);
    }

    private String captured() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
