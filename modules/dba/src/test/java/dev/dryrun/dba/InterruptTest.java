package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ctrl-C, in a real process: during a capture, and while statistics are written.
final class InterruptTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void theQueryIsCancelledOnTheServerAndNothingIsStored(String signal, int status)
            throws InterruptedException, IOException {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TABLE t (id int); CREATE INDEX ON t ((id + 1))");
        try (HeldTable held = new HeldTable(server, database)) {
            assertThat(held).isNotNull();
            Process capture =
                    start(
                            "snapshot",
                            "take",
                            "--allow-privileged",
                            "--lock-timeout",
                            "60s",
                            "--db",
                            server.url(database, "postgres"));
            await(server, database, "wait_event_type = 'Lock'", 1);

            long begin = System.nanoTime();
            Command.of("kill", "-" + signal, Long.toString(capture.pid())).run();
            await(server, database, "true", 0);
            long tookMs = (System.nanoTime() - begin) / 1_000_000;

            assertThat(tookMs).isLessThan(1_000);
            assertThat(capture.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(capture.exitValue()).isEqualTo(status);
        }
        Ran list = Ran.in(folder, Map.of(), "snapshot", "list");
        assertThat(list.out()).startsWith("0 snapshots of");
    }

    @Test
    void anApplicationThatIsInterruptedHasWrittenNothing()
            throws InterruptedException, IOException {
        String tables = "CREATE TABLE before (id int); CREATE TABLE t (id int)";
        PostgresServer production = PostgresServer.shared(PostgresVersion.V18);
        String source = production.freshDatabase();
        production.execute(source, tables);
        production.execute(source, "INSERT INTO before SELECT generate_series(1, 100)");
        production.execute(source, "INSERT INTO t SELECT generate_series(1, 100); ANALYZE");
        Ran taken =
                Ran.in(
                        folder,
                        Map.of(),
                        "snapshot",
                        "take",
                        "--allow-privileged",
                        "--db",
                        production.url(source, "postgres"));
        assertThat(taken.status()).as(taken.err()).isZero();
        try (PostgresServer server = PostgresServer.start(PostgresVersion.V18)) {
            String database = server.freshDatabase();
            server.execute(database, tables);
            try (HeldTable _ = new HeldTable(server, database)) {
                Process apply =
                        start("stats", "apply", "--yes", "--db", server.url(database, "postgres"));
                await(server, database, "wait_event_type = 'Lock'", 1);

                Command.of("kill", "-INT", Long.toString(apply.pid())).run();
                await(server, database, "true", 0);

                assertThat(apply.waitFor(5, TimeUnit.SECONDS)).isTrue();
                assertThat(apply.exitValue()).isEqualTo(130);
            }
            assertThat(
                            server.query(
                                    database,
                                    "SELECT 1 FROM pg_statistic s JOIN pg_class c ON c.oid ="
                                            + " s.starelid WHERE c.relname IN ('before', 't')"
                                            + " UNION ALL SELECT 1 FROM pg_class WHERE relname"
                                            + " = 'before' AND (reltuples <> -1 OR reloptions"
                                            + " IS NOT NULL) UNION ALL SELECT 1 FROM"
                                            + " pg_namespace WHERE nspname = 'dryrun_undo'"))
                    .isEmpty();
        }
    }

    private Process start(String... arguments) throws IOException {
        return Command.of("env", "--default-signal=INT")
                .with(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .with("-p", String.valueOf(System.getProperty("jdk.module.path")))
                .with("-m", "dev.dryrun.dba/dev.dryrun.dba.Main")
                .with(arguments)
                .in(folder)
                .start();
    }

    /// Waits until so many sessions of a capture are as the condition says.
    private static void await(PostgresServer server, String database, String condition, int count)
            throws InterruptedException {
        String query =
                "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'dryrun%' AND"
                        + " datname = '%s' AND %s".formatted(database, condition);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Integer.toString(count)
                .equals(server.query("postgres", query).getFirst().getFirst())) {
            assertThat(System.nanoTime()).as(query).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
