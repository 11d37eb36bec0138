package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.testkit.PostgresOptions;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusedConnectionTest {

    private static final String PASSWORD = "s3cret-canary";

    @Test
    void nothingListeningIsSaidWithTheAddress() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        CaptureException error = refused("postgres://u:" + PASSWORD + "@127.0.0.1:" + port + "/db");

        assertThat(error.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(error.what()).contains("127.0.0.1:" + port);
    }

    @Test
    void wrongMissingAndRightPasswordsAreToldApart() {
        try (PostgresServer server =
                PostgresServer.start(
                        PostgresVersion.V18, PostgresOptions.NONE.requirePassword("locked"))) {
            server.execute("postgres", "CREATE ROLE locked LOGIN PASSWORD 'right'");

            CaptureException wrong = refused(server.url("postgres", "locked", PASSWORD));
            CaptureException missing = refused(server.url("postgres", "locked"));
            CaptureException nobody = refused(server.url("postgres", "nobody_known"));

            assertThat(wrong.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
            assertThat(wrong.what()).contains("refused the password of \"locked\"");
            assertThat(missing.what()).contains("wants a password");
            assertThat(nobody.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
            try (CaptureSession session = open(server.url("postgres", "locked", "right"))) {
                assertThat(session.server().major()).isEqualTo(18);
            }
        }
    }

    @Test
    void aMissingDatabaseIsNamed() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);

        CaptureException error = refused(server.url("no_such_db", "postgres"));

        assertThat(error.code()).isEqualTo(ErrorCode.DATABASE_MISSING);
        assertThat(error.what()).contains("no database \"no_such_db\"");
    }

    @Test
    void aServerBefore14IsTooOld() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V12);

        CaptureException error = refused(server.url("postgres", "postgres"));

        assertThat(error.code()).isEqualTo(ErrorCode.SERVER_TOO_OLD);
        assertThat(error.what()).contains("PostgreSQL 12.").contains("14 is the oldest");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void aRoleThatMayDoMoreThanReadIsRefused(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        server.execute("postgres", "CREATE ROLE replicator LOGIN REPLICATION");
        server.execute("postgres", "CREATE ROLE bypasser LOGIN BYPASSRLS");

        for (String role : new String[] {"postgres", "replicator", "bypasser"}) {
            CaptureException error = refused(server.url("postgres", role));

            assertThat(error.code()).isEqualTo(ErrorCode.ROLE_PRIVILEGED);
            assertThat(error.hint()).contains("--allow-privileged");
        }
    }

    private static CaptureException refused(String url) {
        CaptureException error =
                catchThrowableOfType(CaptureException.class, () -> open(url).close());
        assertThat(error).as("the connection must be refused").isNotNull();
        assertThat(error.what() + error.hint()).doesNotContain(PASSWORD).doesNotContain("\n");
        return error;
    }

    private static CaptureSession open(String url) {
        return CaptureSession.open(ConnectionUri.parse(url, Map.of()), SessionGuards.DEFAULT);
    }
}
