package dev.dryrun.plugins.s3store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.plugins.s3server.S3Server;
import dev.dryrun.plugins.s3store.FaultProxy.Fault;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a person reads when something is wrong: one line, and one that says what to do.
@ExtendWith(Servers.class)
final class RefusalsTest {

    private static final String ANSWERED_BY = "127.0.0.1:PORT";

    private final S3Server server;

    RefusalsTest(S3Server server) {
        this.server = server;
    }

    @Test
    void theBucketIsMissing() {
        try (S3Store store = Addresses.open(server, "//no-such-bucket/x")) {
            String told =
                    """
                    MISSING there is no bucket "no-such-bucket" at 127.0.0.1:PORT
                    make it, or correct ref or endpoint\
                    """;
            assertThat(told(store::check)).isEqualTo(told);
            assertThat(told(() -> store.put("a", new byte[1]))).isEqualTo(told);
            assertThat(told(() -> store.get("a", 1))).isEqualTo(told);
            assertThat(told(() -> store.list("", "", 1))).isEqualTo(told);
        }
    }

    @Test
    void theKeyIsUnknown() {
        assertThat(checked(Map.of("AWS_ACCESS_KEY_ID", "NOBODY", "AWS_SECRET_ACCESS_KEY", "s")))
                .isEqualTo(
                        """
                        DENIED 127.0.0.1:PORT does not know the access key
                        look which keys are used: environment, profile, role\
                        """);
    }

    @Test
    void theSecretIsWrong() {
        assertThat(
                        checked(
                                Map.of(
                                        "AWS_ACCESS_KEY_ID",
                                        server.accessKeyId(),
                                        "AWS_SECRET_ACCESS_KEY",
                                        "hunter2")))
                .isEqualTo(
                        """
                        DENIED the secret does not fit the access key
                        correct AWS_SECRET_ACCESS_KEY, or where the profile has it\
                        """);
    }

    @Test
    void thereAreNoCredentials() {
        assertThat(checked(Map.of()))
                .isEqualTo(
                        """
                        DENIED no credentials for S3 were found
                        set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile, or \
                        aws sso login, then again\
                        """);
    }

    @Test
    void theProfileIsMissing() {
        assertThat(
                        told(
                                Addresses.address(
                                        "//" + Servers.BUCKET,
                                        Map.of("endpoint", server.endpoint(), "profile", "nobody"),
                                        Map.of()),
                                S3Store::check))
                .startsWith("DENIED no credentials of profile \"nobody\" for S3 were found\n");
    }

    @Test
    void theSignOnHasExpired() {
        assertThat(
                        told(
                                Addresses.address(
                                        "//" + Servers.BUCKET,
                                        Map.of(
                                                "endpoint",
                                                server.endpoint(),
                                                "profile",
                                                "signed-on"),
                                        Map.of()),
                                S3Store::check))
                .isEqualTo(
                        """
                        DENIED the credentials of profile "signed-on" have expired, or nobody \
                        signed on
                        aws sso login --profile signed-on, then again\
                        """);
    }

    @Test
    void theCredentialsHaveExpired() {
        assertThat(answered(400, "ExpiredToken", "", S3Store::check))
                .isEqualTo(
                        """
                        DENIED the credentials have expired
                        get new ones, then again\
                        """);
    }

    @Test
    void thereIsNoPermission() {
        assertThat(answered(403, "AccessDenied", "", S3Store::check))
                .isEqualTo(
                        """
                        DENIED may not list in s3://team-snapshots/x/
                        ask for s3:ListBucket there\
                        """);
        assertThat(answered(403, "AccessDenied", "", store -> store.put("a", new byte[1])))
                .isEqualTo(
                        """
                        DENIED may not write in s3://team-snapshots/x/
                        ask for s3:PutObject and s3:GetObject there\
                        """);
        assertThat(answered(403, "AccessDenied", "", store -> store.get("a", 1)))
                .isEqualTo(
                        """
                        DENIED may not read in s3://team-snapshots/x/
                        ask for s3:GetObject and s3:ListBucket there\
                        """);
        assertThat(answered(403, "AccessDenied", "", store -> store.delete("a")))
                .isEqualTo(
                        """
                        DENIED may not delete in s3://team-snapshots/x/
                        ask for s3:DeleteObject there\
                        """);
    }

    @Test
    void theRegionIsAnother() {
        assertThat(
                        answered(
                                301,
                                "PermanentRedirect",
                                "x-amz-bucket-region: eu-west-1",
                                S3Store::check))
                .isEqualTo(
                        """
                        INVALID bucket "team-snapshots" is in region eu-west-1
                        set region = "eu-west-1\"\
                        """);
        assertThat(answered(400, "AuthorizationHeaderMalformed", "", S3Store::check))
                .isEqualTo(
                        """
                        INVALID bucket "team-snapshots" is in another region
                        set region to the bucket's\
                        """);
    }

    @Test
    void theKeyOfTheEncryptionIsUnusable() {
        assertThat(answered(400, "KMS.DisabledException", "", it -> it.put("a", new byte[1])))
                .startsWith("DENIED the encryption key cannot be used: KMS.DisabledException\n");
    }

    @Test
    void noSpaceIsLeft() {
        assertThat(answered(507, "XMinioStorageFull", "", it -> it.put("a", new byte[1])))
                .startsWith("FULL no space is left for bucket \"team-snapshots\"\n");
    }

    @Test
    void theClockIsWrong() {
        assertThat(answered(403, "RequestTimeTooSkewed", "", S3Store::check))
                .startsWith("DENIED the clocks here and there differ\n");
    }

    @Test
    void whatIsNotKnownIsToldByItsCode() {
        assertThat(answered(418, "Teapot", "", S3Store::check))
                .startsWith("FAILED could not list in s3://team-snapshots/x/: 418 Teapot\n");
        assertThat(answered(418, "a b\u001b[1m", "", S3Store::check))
                .startsWith("FAILED could not list in s3://team-snapshots/x/: 418\n");
    }

    @Test
    void nothingListensThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(
                        told(
                                Addresses.address(
                                        "//" + Servers.BUCKET,
                                        Map.of("endpoint", "http://127.0.0.1:" + free),
                                        Addresses.keys(server)),
                                S3Store::check))
                .isEqualTo(
                        """
                        UNREACHABLE 127.0.0.1:PORT does not answer, or no longer
                        correct endpoint, or the network; then again\
                        """);
    }

    @Test
    void thereIsNoSuchHost() {
        assertThat(
                        told(
                                Addresses.address(
                                        "//" + Servers.BUCKET,
                                        Map.of("endpoint", "http://no-such-host.invalid"),
                                        Addresses.keys(server)),
                                S3Store::check))
                .isEqualTo(
                        """
                        UNREACHABLE there is no host no-such-host.invalid
                        correct endpoint\
                        """);
    }

    @Test
    void theOtherSideSpeaksNoTls() {
        assertThat(
                        told(
                                Addresses.address(
                                        "//" + Servers.BUCKET,
                                        Map.of(
                                                "endpoint",
                                                server.endpoint().replace("http:", "https:")),
                                        Addresses.keys(server)),
                                S3Store::check))
                .startsWith("UNREACHABLE no trusted connection to 127.0.0.1:PORT\n");
    }

    @Test
    void nothingSaysTheRegion() {
        assertThat(
                        told(
                                Addresses.address(
                                        "//" + Servers.BUCKET, Map.of(), Addresses.keys(server)),
                                S3Store::check))
                .isEqualTo(
                        """
                        INVALID nothing says which region bucket "team-snapshots" is in
                        set region = "…" on the remote, or AWS_REGION\
                        """);
    }

    /// The proxy's answers hold `hunter2`, and so does one secret.
    private String answered(int status, String code, String header, Consumer<S3Store> call) {
        try (FaultProxy proxy =
                new FaultProxy(server.port(), _ -> new Fault.Answer(status, code, header))) {
            return told(
                    Addresses.address(
                            "//" + Servers.BUCKET + "/x",
                            Map.of("endpoint", proxy.endpoint()),
                            Addresses.keys(server)),
                    call);
        }
    }

    private String checked(Map<String, String> environment) {
        return told(
                Addresses.address(
                        "//" + Servers.BUCKET, Map.of("endpoint", server.endpoint()), environment),
                S3Store::check);
    }

    private static String told(StoreAddress address, Consumer<S3Store> call) {
        try (S3Store store = Addresses.open(address)) {
            return told(() -> call.accept(store));
        }
    }

    private static String told(Runnable call) {
        StoreException e = catchThrowableOfType(StoreException.class, call::run);
        assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(160);
        assertThat(e.hint()).doesNotContain("\n").hasSizeLessThan(160);
        assertThat(e.getMessage() + e.hint()).doesNotContain("hunter2", "not-a-secret");
        assertThat(traced(e)).doesNotContain("not-a-secret");
        return (e.kind() + " " + e.getMessage() + "\n" + e.hint())
                .replaceAll("127\\.0\\.0\\.1:\\d+", ANSWERED_BY);
    }

    private static String traced(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
