package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.model.CaptureException;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a capture promises to the server it reads.
final class SessionGuardsTest {

    private static final SessionGuards AS_SUPERUSER =
            new SessionGuards(
                    Duration.ofSeconds(29), Duration.ofSeconds(3), Duration.ofMillis(11_500), true);

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void aWriteIsRefusedInTheTransactionAndAfterIt(PostgresVersion version) throws SQLException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TABLE t (id int)");

        try (CaptureSession session = open(server, database)) {
            assertThat(refusal(session.connection(), "INSERT INTO public.t VALUES (1)"))
                    .isEqualTo("25006");
            session.connection().rollback();
            assertThat(refusal(session.connection(), "CREATE TABLE public.u ()"))
                    .isEqualTo("25006");
            session.connection().rollback();
            session.connection().setAutoCommit(true);
            assertThat(refusal(session.connection(), "DELETE FROM public.t")).isEqualTo("25006");
            session.connection().setAutoCommit(false);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void everyGuardIsSetAsAskedAndTheSessionSaysWhoItIs(PostgresVersion version)
            throws SQLException {
        PostgresServer server = PostgresServer.shared(version);

        try (CaptureSession session = open(server, server.freshDatabase())) {
            Map<String, String> expected = new TreeMap<>();
            expected.put("transaction_read_only", "on");
            expected.put("transaction_isolation", "repeatable read");
            expected.put("default_transaction_read_only", "on");
            expected.put("statement_timeout", "29s");
            expected.put("lock_timeout", "3s");
            expected.put("idle_in_transaction_session_timeout", "11500ms");
            expected.put("search_path", "pg_catalog");
            expected.put("TimeZone", "UTC");
            expected.put("DateStyle", "ISO, MDY");
            Map<String, String> actual = new TreeMap<>();
            for (String name : expected.keySet()) {
                actual.put(name, show(session.connection(), name));
            }
            assertThat(actual).isEqualTo(expected);
            assertThat(show(session.connection(), "application_name"))
                    .matches("dryrun \\d+\\.\\d+\\.\\d+.*");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void onlyAccessShareLocksAreTaken(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(
                database,
                """
                CREATE TABLE a (id int PRIMARY KEY DEFAULT 7, CHECK (id > 0));
                CREATE VIEW v AS SELECT id FROM a;
                CREATE INDEX ON a ((id + 1)) WHERE id > 3;
                """);
        Set<String> modes = new HashSet<>();
        String locks =
                """
                SELECT l.mode, l.locktype FROM pg_locks l JOIN pg_stat_activity s USING (pid)
                WHERE s.application_name LIKE 'dryrun %%' AND s.datname = '%s'
                """
                        .formatted(database);

        try (CaptureSession session = open(server, database)) {
            Runnable look =
                    () -> server.query(database, locks).forEach(row -> modes.add(row.toString()));
            session.readSchema(_ -> look.run());
            session.readPlanner(_ -> look.run());
            session.readActivity(_ -> look.run());
        }

        assertThat(modes)
                .contains("[AccessShareLock, relation]")
                .isSubsetOf("[AccessShareLock, relation]", "[ExclusiveLock, virtualxid]");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void aQueryThatTakesTooLongIsCancelledAndSaidInOneLine(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        SessionGuards hasty =
                new SessionGuards(Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, true);
        String database = server.freshDatabase();
        server.execute(
                database,
                "DO $$ BEGIN FOR i IN 1..300 LOOP EXECUTE 'CREATE TABLE t' || i || '(a int)';"
                        + " END LOOP; END $$");

        CaptureException error =
                catchThrowableOfType(
                        CaptureException.class,
                        () -> {
                            try (CaptureSession session =
                                    CaptureSession.open(
                                            ConnectionUri.parse(
                                                    server.url(database, "postgres"), Map.of()),
                                            hasty)) {
                                session.readSchema(_ -> {});
                            }
                        });

        assertThat(error).isNotNull();
        assertThat(error.hint()).contains("--statement-timeout");
    }

    @Test
    void aServerNewerThanKnownIsCapturedWithAWarning() {
        assertThat(Preflight.newerThanKnown(180_006)).isEmpty();
        assertThat(Preflight.newerThanKnown(190_000))
                .hasValueSatisfying(line ->
                        assertThat(line)
                                .contains("PostgreSQL 19")
                                .contains("newer than this DryRun knows"));
    }

    @Test
    void whatAPrivilegedRoleWasAllowedIsSaid() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);

        try (CaptureSession session = open(server, server.freshDatabase())) {
            assertThat(session.warnings())
                    .isEqualTo(List.of("the role \"postgres\" can do more than read"));
        }
    }

    private static CaptureSession open(PostgresServer server, String database) {
        return CaptureSession.open(
                ConnectionUri.parse(server.url(database, "postgres"), Map.of()), AS_SUPERUSER);
    }

    private static String refusal(Connection connection, String sql) {
        SQLException error =
                catchThrowableOfType(
                        SQLException.class,
                        () -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        });
        return error == null ? "none" : String.valueOf(error.getSQLState());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
