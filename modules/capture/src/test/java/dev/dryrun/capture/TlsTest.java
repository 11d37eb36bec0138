package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.testkit.PostgresOptions;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server with a certificate of an authority of its own; for the role `by_cert`, so has the
/// client.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {

    private static final SessionGuards AS_SUPERUSER =
            new SessionGuards(
                    Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(10), true);
    private static final int SERVER_USER = 65_534;

    private Path folder = Path.of("");
    private PostgresServer server;

    @BeforeAll
    void aServerWithACertificate(@TempDir Path made) throws IOException, GeneralSecurityException {
        folder = made;
        Certificates certificates = new Certificates(folder);
        certificates.authority("root");
        certificates.authority("stranger");
        certificates.signed("root", "server", "RSA", "san=ip:127.0.0.1");
        certificates.signed("root", "by_cert", "EC", "san=dns:client");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path serverKey = folder.resolve("server.key");
        if (Files.getAttribute(serverKey, "unix:uid").equals(0)) {
            Files.setAttribute(serverKey, "unix:uid", SERVER_USER);
        }
        server =
                PostgresServer.start(
                        PostgresVersion.V18,
                        PostgresOptions.NONE
                                .setting("ssl", "on")
                                .setting("ssl_ca_file", folder.resolve("root.crt").toString())
                                .setting("ssl_cert_file", folder.resolve("server.crt").toString())
                                .setting("ssl_key_file", serverKey.toString()));
        server.execute("postgres", "CREATE ROLE by_cert LOGIN");
        Path home = server.dataDirectory().resolveSibling("pg_hba.conf");
        Files.writeString(home, "hostssl all by_cert 127.0.0.1/32 cert\n" + Files.readString(home));
        server.execute("postgres", "SELECT pg_reload_conf()");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslmode=require",
                "sslmode=prefer",
                "sslmode=verify-ca&sslrootcert=%s/root.crt",
                "sslmode=verify-full&sslrootcert=%s/root.crt",
                "sslmode=require&sslnegotiation=postgres"
            })
    void theConnectionIsEncryptedAsAskedFor(String parameters) throws SQLException {
        assertThat(encrypted("postgres", parameters)).isTrue();
    }

    @Test
    void withoutTlsThereIsNone() throws SQLException {
        assertThat(encrypted("postgres", "sslmode=disable")).isFalse();
    }

    @Test
    void aPemKeyOfAnEllipticCurveProvesWhoTheClientIs() throws SQLException {
        assertThat(
                        encrypted(
                                "by_cert",
                                "sslmode=verify-full&sslrootcert=%1$s/root.crt"
                                        + "&sslcert=%1$s/by_cert.crt&sslkey=%1$s/by_cert.key"))
                .isTrue();
        assertThat(refused("by_cert", "sslmode=require").code())
                .isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "verify-ca", "verify-full"})
    void aCertificateOfAStrangerIsRefusedAndSaidSo(String mode) {
        CaptureException error =
                refused("postgres", "sslmode=" + mode + "&sslrootcert=%s/stranger.crt");

        assertThat(error.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(error.what()).contains("no TLS connection");
        assertThat(error.hint()).contains("sslrootcert");
    }

    @Test
    void aServerWithoutTlsIsSaidToBeSo() {
        PostgresServer plain = PostgresServer.shared(PostgresVersion.V18);

        CaptureException error =
                catchThrowableOfType(
                        CaptureException.class,
                        () -> open(plain.url("postgres", "postgres") + "?sslmode=require").close());

        assertThat(error).isNotNull();
        assertThat(error.what()).contains("no TLS connection").contains("sslmode=require");
    }

    private CaptureException refused(String user, String parameters) {
        CaptureException error =
                catchThrowableOfType(CaptureException.class, () -> encrypted(user, parameters));
        assertThat(error).as("it must be refused").isNotNull();
        return error;
    }

    private boolean encrypted(String user, String parameters) throws SQLException {
        String url = server.url("postgres", user) + "?" + parameters.formatted(folder);
        try (CaptureSession session = open(url);
                Statement statement = session.connection().createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static CaptureSession open(String url) {
        return CaptureSession.open(ConnectionUri.parse(url, Map.of()), AS_SUPERUSER);
    }
}
