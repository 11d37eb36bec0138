package dev.dryrun.plugins.s3store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.plugins.s3store.FaultProxy.Fault;
import dev.dryrun.store.spi.StoreException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which host is asked for, as the proxy that Java is told to use gets to see it.
final class AddressingTest {

    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "KEY", "AWS_SECRET_ACCESS_KEY", "hunter2");

    @ParameterizedTest
    @CsvSource({
        "true, GET http://s3.example.test/team?",
        "false, GET http://team.s3.example.test?"
    })
    void theBucketIsInThePathOrInTheHost(String pathStyle, String begin) {
        Map<String, String> options =
                Map.of("endpoint", "http://s3.example.test", "path_style", pathStyle);

        assertThat(asked("http", options)).startsWith(begin);
    }

    @Test
    void withoutAnEndpointAmazonIsAskedInTheRegion() {
        assertThat(asked("https", Map.of("region", "eu-central-1")))
                .isEqualTo("CONNECT team.s3.eu-central-1.amazonaws.com:443 HTTP/1.1");
    }

    @Test
    void theRegionOfAProfileIsTaken() {
        assertThat(asked("https", Map.of("profile", "team")))
                .isEqualTo("CONNECT team.s3.eu-central-1.amazonaws.com:443 HTTP/1.1");
    }

    /// {@return the first line of the first request}
    private static String asked(String scheme, Map<String, String> options) {
        try (FaultProxy proxy = new FaultProxy(0, _ -> new Fault.Answer(403, "AccessDenied", ""));
                S3Store store = Addresses.open(Addresses.address("//team", options, KEYS))) {
            String port = proxy.endpoint().replaceFirst(".*:", "");
            System.setProperty(scheme + ".proxyHost", "127.0.0.1");
            System.setProperty(scheme + ".proxyPort", port);
            StoreException e = catchThrowableOfType(StoreException.class, store::check);
            assertThat(e).isNotNull();
            return proxy.seen().getFirst().line();
        } finally {
            System.clearProperty(scheme + ".proxyHost");
            System.clearProperty(scheme + ".proxyPort");
        }
    }
}
