package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Table;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Through PgBouncer in transaction mode; where it is not installed there is nothing to test with.
final class PoolerTest {

    @TempDir private Path folder;

    @Test
    void aCaptureThroughATransactionPoolWorksAndLeavesNothingBehind()
            throws IOException, SQLException {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), "pgbouncer is not installed");
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(
                database,
                """
                DO $$ BEGIN CREATE ROLE pooled LOGIN; EXCEPTION WHEN duplicate_object THEN END $$;
                CREATE TABLE a (id int PRIMARY KEY);
                CREATE TABLE b (id int REFERENCES a);
                """);
        int port = freePort();
        Process pooler = start(program.get(), server, port);
        try {
            await(port);
            String url = "postgres://pooled@127.0.0.1:" + port + "/" + database;
            Set<String> names = new HashSet<>();
            try (CaptureSession session =
                    CaptureSession.open(
                            ConnectionUri.parse(url, Map.of()), SessionGuards.DEFAULT)) {
                session.readSchema(object -> {
                    if (object instanceof Table table) {
                        names.add(table.name().display());
                    }
                });
                session.readPlanner(_ -> {});
                session.readActivity(_ -> {});
                assertThat(show(session, "transaction_read_only")).isEqualTo("on");
                assertThat(show(session, "lock_timeout")).isEqualTo("2s");
                session.connection().rollback();
                // The pool has one server connection: the next user would get this one.
                assertThat(show(session, "default_transaction_read_only")).isEqualTo("off");
                assertThat(show(session, "lock_timeout")).isEqualTo("0");
            }
            assertThat(names).containsExactlyInAnyOrder("public.a", "public.b");
        } finally {
            pooler.destroy();
        }
    }

    private Process start(Path program, PostgresServer server, int port) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path settings =
                Files.writeString(
                        folder.resolve("pgbouncer.ini"),
                        """
                        [databases]
                        * = host=127.0.0.1 port=%d
                        [pgbouncer]
                        listen_addr = 127.0.0.1
                        listen_port = %d
                        unix_socket_dir =
                        auth_type = trust
                        auth_file = %s
                        pool_mode = transaction
                        default_pool_size = 1
                        """
                                .formatted(
                                        server.port(),
                                        port,
                                        Files.writeString(
                                                folder.resolve("users"), "\"pooled\" \"\"\n")));
        Command command = Command.of(program.toString());
        // It refuses to run as root, and changes to a user itself.
        boolean root = "root".equals(System.getProperty("user.name"));
        return (root ? command.with("-u", "nobody") : command).with(settings.toString()).start();
    }

    private static void await(int port) throws IOException {
        IOException last = new IOException("not tried");
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
                pause();
            }
        }
        throw last;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String show(CaptureSession session, String setting) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
