package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PostgresServerTest {

    @ParameterizedTest
    @EnumSource
    void everyVersionBootsAndRunsStatements(PostgresVersion version) {
        try (PostgresServer server = PostgresServer.start(version)) {
            server.createDatabase("app");
            server.execute("app", "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (NULL)");

            assertThat(server.query("app", "SELECT a FROM t ORDER BY a"))
                    .containsExactly(List.of("1"), java.util.Collections.singletonList(null));
            assertThat(server.query("app", "SHOW server_version").getFirst().getFirst())
                    .startsWith(version.major() + ".");
        }
    }
}
