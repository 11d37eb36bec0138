package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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
                    .containsExactly(List.of("1"), Collections.singletonList(null));
            assertThat(server.query("app", "SHOW server_version").getFirst().getFirst())
                    .startsWith(version.major() + ".");
        }
    }

    @Test
    void closingLeavesNoProcessAndNoFile() {
        PostgresServer server = PostgresServer.start(PostgresVersion.V18);
        Path home = server.dataDirectory().getParent();
        long pid = postmaster(server);
        assertThat(ProcessHandle.of(pid)).isPresent();

        server.close();
        server.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(home).doesNotExist();
    }

    @Test
    void aStopKeepsTheDataAndThePort() {
        try (PostgresServer server = PostgresServer.start(PostgresVersion.V14)) {
            server.execute("postgres", "CREATE TABLE t AS SELECT 7 AS a");
            int port = server.port();

            server.stop();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> server.connect("postgres", "postgres", null).close());
            server.start();

            assertThat(server.port()).isEqualTo(port);
            assertThat(server.query("postgres", "SELECT a FROM t")).containsExactly(List.of("7"));
        }
    }

    @Test
    void aRoleThatNeedsAPasswordIsRefusedWithoutTheRightOne() throws SQLException {
        PostgresOptions options = PostgresOptions.NONE.requirePassword("careful");
        try (PostgresServer server = PostgresServer.start(PostgresVersion.V18, options)) {
            server.execute("postgres", "CREATE ROLE careful LOGIN PASSWORD 'right'");

            for (String wrong : new String[] {"wrong", ""}) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> server.connect("postgres", "careful", wrong).close());
            }
            try (Connection connection = server.connect("postgres", "careful", "right")) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThat(server.url("a b", "careful", "p@ss/wörd"))
                    .isEqualTo(
                            "postgres://careful:p%40ss%2Fw%C3%B6rd@127.0.0.1:%d/a%%20b"
                                    .replace("%d", Integer.toString(server.port()))
                                    .replace("%%", "%"));
        }
    }

    @Test
    void settingsReachTheServerAndAreReportedWhenTheyAreWrong() {
        PostgresOptions options = PostgresOptions.NONE.setting("work_mem", "1234kB");
        try (PostgresServer server = PostgresServer.start(PostgresVersion.V18, options)) {
            assertThat(server.query("postgres", "SHOW work_mem"))
                    .containsExactly(List.of("1234kB"));
        }
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() ->
                        PostgresServer.start(
                                        PostgresVersion.V18, options.setting("work_mem", "plenty"))
                                .close())
                .withMessageContaining("invalid value for parameter \"work_mem\": \"plenty\"");
    }

    @Test
    void theSharedServerIsOnePerVersionAndGivesFreshDatabases() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        assertThat(PostgresServer.shared(PostgresVersion.V18)).isSameAs(server);

        String first = server.freshDatabase();
        String second = server.freshDatabase();

        server.execute(first, "CREATE TABLE t ()");
        assertThat(server.query(second, "SELECT to_regclass('t')"))
                .containsExactly(Collections.singletonList(null));
        server.execute(first, "CREATE EXTENSION pg_stat_statements");
        assertThat(server.query(first, "SELECT count(*) > 0 FROM pg_stat_statements"))
                .containsExactly(List.of("t"));
        assertThatIllegalStateException().isThrownBy(server::close);
    }

    @Test
    void aKilledTestProcessTakesItsServerWithIt() throws Exception {
        Process process =
                Command.java("-cp", Command.classPath())
                        .with("-Ddryrun.root=" + System.getProperty("dryrun.root"))
                        .with(ServerThatIsAbandoned.class.getName())
                        .start();
        int port;
        Path home;
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            port = Integer.parseInt(output.readLine());
            home = Path.of(output.readLine());
            assertThat(home).exists();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Files.exists(home) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(home).doesNotExist();
        // Not the process id: until somebody reaps it, a dead process counts as alive.
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    private static long postmaster(PostgresServer server) {
        try {
            return Long.parseLong(
                    Files.readAllLines(server.dataDirectory().resolve("postmaster.pid"))
                            .getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A program that starts a server and is killed while it runs.
    static final class ServerThatIsAbandoned {

        private ServerThatIsAbandoned() {}

        public static void main(String[] arguments) throws InterruptedException {
            PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
            System.out.println(server.port());
            System.out.println(server.dataDirectory().getParent());
            Thread.sleep(60_000);
        }
    }
}
