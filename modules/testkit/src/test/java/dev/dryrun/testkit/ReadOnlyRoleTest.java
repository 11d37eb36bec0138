package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `dryrun-readonly-role.sql` on every supported server.
final class ReadOnlyRoleTest {

    private static final String READER = "dryrun_reader";

    private static final String TABLES =
            """
            CREATE SCHEMA hidden;
            CREATE TABLE hidden.t AS SELECT i, i % 5 AS five FROM generate_series(1, 1000) AS i;
            CREATE SEQUENCE hidden.s;
            SELECT nextval('hidden.s');
            CREATE EXTENSION pg_stat_statements;
            ANALYZE hidden.t;
            """;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void theRoleReadsWhatACaptureNeedsAndWritesNothing(PostgresVersion version) throws IOException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, TABLES);
        server.execute(database, script());
        server.execute(database, script());

        for (String needed :
                new String[] {
                    "count(*) = 2 FROM pg_stats WHERE schemaname = 'hidden'",
                    "last_value = 1 FROM pg_sequences WHERE schemaname = 'hidden'",
                    "system_identifier IS NOT NULL FROM pg_control_system()",
                    "count(*) = 1 FROM pg_stat_user_tables WHERE schemaname = 'hidden'",
                    "pg_relation_size('hidden.t') > 0",
                    "count(*) FILTER (WHERE query = '<insufficient privilege>') = 0"
                            + " FROM pg_stat_statements",
                    "current_setting('transaction_read_only') = 'on'",
                    "rolpassword IS NULL FROM pg_authid WHERE rolname = 'dryrun_reader'",
                }) {
            assertThat(server.queryAs(READER, database, "SELECT " + needed))
                    .as(needed)
                    .containsExactly(List.of("t"));
        }
        refused(server, database, "CREATE TABLE hidden.u ()", "read-only transaction");
        refused(
                server,
                database,
                "SET default_transaction_read_only = off; COMMIT; DELETE FROM hidden.t",
                "permission denied for table t");
    }

    private static void refused(
            PostgresServer server, String database, String sql, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> server.executeAs(READER, database, sql))
                .withMessageContaining(message);
    }

    private static String script() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("dryrun.root"), "dryrun-readonly-role.sql"));
    }
}
