package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

final class UnixSocketTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void everyFormThatLibpqTakesLeadsToTheSocket(PostgresVersion version) throws SQLException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TABLE t (id int PRIMARY KEY, note text)");
        String folder = server.socketDirectory().toString();
        String place = "?host=" + folder + "&port=" + server.port() + "&user=postgres";
        List<String> forms =
                List.of(
                        "postgresql:///" + database + place,
                        "postgresql:///" + database + place + "&sslmode=require",
                        "postgresql://postgres@"
                                + folder.replace("/", "%2F")
                                + ":"
                                + server.port()
                                + "/"
                                + database,
                        "host=%s port=%d user=postgres dbname=%s"
                                .formatted(folder, server.port(), database));

        for (String form : forms) {
            List<String> names = new ArrayList<>();
            try (CaptureSession session = open(form, Map.of())) {
                session.readSchema(object -> names.add(object.about().name().display()));
                assertThat(overSocket(session.connection())).as(form).isTrue();
            }
            assertThat(names).contains("public.t");
        }
        Map<String, String> environment =
                Map.of(
                        "PGHOST",
                        folder,
                        "PGPORT",
                        Integer.toString(server.port()),
                        "PGUSER",
                        "postgres");
        try (CaptureSession session = open("dbname=" + database, environment)) {
            assertThat(overSocket(session.connection())).isTrue();
        }
    }

    @Test
    void theNextHostIsTriedWhereThereIsNoSocket(@TempDir Path empty) throws SQLException {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String hosts =
                "host=%s,127.0.0.1 port=%d user=postgres dbname=postgres"
                        .formatted(empty, server.port());

        try (CaptureSession session = open(hosts, Map.of())) {
            assertThat(overSocket(session.connection())).isFalse();
        }
    }

    @Test
    void aFolderWithoutASocketIsSaidInOneLine(@TempDir Path empty) {
        CaptureException error =
                catchThrowableOfType(
                        CaptureException.class,
                        () -> open("host=" + empty + " user=u dbname=d", Map.of()));

        assertThat(error).isNotNull();
        assertThat(error.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(error.what()).contains(empty + "/.s.PGSQL.5432").doesNotContain("\n");
    }

    @Test
    void aQueryIsCancelledOverTheSocketToo() throws Exception {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String form =
                "host=%s port=%d user=postgres dbname=postgres"
                        .formatted(server.socketDirectory(), server.port());

        try (CaptureSession session = open(form, Map.of())) {
            Connection connection = session.connection();
            CompletableFuture<String> state =
                    CompletableFuture.supplyAsync(() -> sleep(connection));
            for (int i = 0; i < 100 && !state.isDone(); i++) {
                TimeUnit.MILLISECONDS.sleep(50);
                connection.unwrap(PGConnection.class).cancelQuery();
            }

            assertThat(state.get(10, TimeUnit.SECONDS)).isEqualTo("57014");
        }
    }

    private static String sleep(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(20)");
            return "slept";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private static CaptureSession open(String text, Map<String, String> environment) {
        return CaptureSession.open(ConnectionUri.parse(text, environment), Captured.PRIVILEGED);
    }

    private static boolean overSocket(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT inet_server_addr() IS NULL")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
