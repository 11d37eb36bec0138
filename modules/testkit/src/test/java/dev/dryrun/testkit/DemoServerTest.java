package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DemoServerTest {

    private static final String TABLES =
            """
            SELECT format('%s.%s', n.nspname, c.relname), c.relkind, c.reltuples::bigint
            FROM pg_class AS c
            JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('public', 'warehouse') AND c.relkind IN ('r', 'p', 'v', 'm')
            ORDER BY 1
            """;

    private static final String ROWS =
            """
            SELECT (SELECT md5(string_agg(l::text, ',' ORDER BY l)) FROM order_line AS l),
                (SELECT md5(string_agg(k::text, ',' ORDER BY k)) FROM warehouse.stock AS k)
            """;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void theDemoHoldsTheSameRowsOnEveryServer(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, DemoServer.schema());

        StringBuilder text = new StringBuilder();
        server.query(database, TABLES)
                .forEach(row -> text.append(String.join(" ", row)).append('\n'));
        server.query(database, ROWS)
                .forEach(row -> text.append(String.join("\n", row)).append('\n'));
        Golden.of("demo").matches("tables.txt", text.toString());
    }

    @Test
    void theProgramSaysWhereItIsAndEndsWithItsInput() throws Exception {
        Process process =
                Command.java("-cp", Command.classPath())
                        .with(DemoServer.class.getName())
                        .with(
                                Path.of(
                                                System.getProperty("dryrun.root"),
                                                "dryrun-readonly-role.sql")
                                        .toString())
                        .start();
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            assertThat(line)
                    .matches("ready URL=postgres://dryrun_reader@127\\.0\\.0\\.1:\\d+/shop");
            int port = Integer.parseInt(line.replaceAll(".*:(\\d+)/shop", "$1"));
            assertThat(connects(port)).isTrue();

            process.getOutputStream().close();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(output.readLine()).isNull();
            assertThat(connects(port)).isFalse();
            assertThat(process.errorReader().lines()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean connects(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
