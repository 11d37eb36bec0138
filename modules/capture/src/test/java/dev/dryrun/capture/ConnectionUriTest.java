package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.capture.ConnectionTarget.Host;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionUriTest {

    @Test
    void everyPartIsReadAndDecoded() {
        ConnectionTarget target =
                parse("postgresql://us%20er:p%40ss%2Fw@db.example:6432/my%20db?sslmode=require");

        assertThat(target.hosts()).containsExactly(new Host("db.example", 6432));
        assertThat(target.user()).isEqualTo("us er");
        assertThat(target.password()).isEqualTo(new Secret("p@ss/w"));
        assertThat(target.database()).isEqualTo("my db");
        assertThat(target.options()).containsEntry("sslmode", "require");
    }

    @Test
    void severalHostsAndNumericAddressesKeepTheirPorts() {
        assertThat(parse("postgres://u@a:1,b:2,[::1]:3/d").hosts())
                .containsExactly(new Host("a", 1), new Host("b", 2), new Host("::1", 3));
        assertThat(parse("postgres://u@a,b/d?port=7").hosts())
                .containsExactly(new Host("a", 7), new Host("b", 7));
        assertThat(parse("postgres://u@/d?host=h").hosts()).containsExactly(new Host("h", 5432));
    }

    @Test
    void whatIsLeftOutComesFromTheEnvironmentThenFromDefaults() {
        Map<String, String> environment =
                Map.of("PGHOST", "h", "PGPORT", "9", "PGUSER", "u", "PGPASSWORD", "p");

        ConnectionTarget target = ConnectionUri.parse("postgres://", environment);

        assertThat(target.hosts()).containsExactly(new Host("h", 9));
        assertThat(target.user()).isEqualTo("u");
        assertThat(target.database()).as("the user's name, as libpq has it").isEqualTo("u");
        assertThat(target.password()).isEqualTo(new Secret("p"));
        assertThat(parse("postgres://x@").hosts()).containsExactly(new Host("localhost", 5432));
    }

    @Test
    void aPasswordInTheUrlIsNoticedWhereverItStands() {
        assertThat(ConnectionUri.hasPassword("postgres://u:p@h/d")).isTrue();
        assertThat(ConnectionUri.hasPassword("postgres://u@h/d?password=p")).isTrue();
        assertThat(ConnectionUri.hasPassword("postgres://u@h/d")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:canary@h/d",
                "canary",
                "host=h user=u password='canary",
                "host=h canary",
                "host=h user=u canary=1",
                "postgres://u:canary@h/d?sslmode=canary",
                "postgres://u:canary@h/d?sslmode=require&sslrootcert=system",
                "postgres://u:canary@h:port/d",
                "postgres://u:canary@h:99999/d",
                "postgres://u:canary@h/d?nosuch=canary",
                "postgres://u:canary@h/d?sslmode",
                "postgres://u:can%zzary@h/d",
                "postgres://u:canary@[::1/d",
                "postgres://u:canary@a,b:1,c:2,d/d?port=1,2",
                "postgres://u:canary@%40abstract/d",
                "postgres://u:canary%ff@h/d"
            })
    void whatCannotBeUnderstoodIsRefusedWithoutRepeatingIt(String url) {
        CaptureException error = catchThrowableOfType(CaptureException.class, () -> parse(url));

        assertThat(error).isNotNull();
        assertThat(error.code()).isEqualTo(ErrorCode.CONNECTION_INVALID);
        assertThat(error.what() + error.hint()).doesNotContain("canary");
    }

    @Test
    void keywordsAndValuesAreReadAsLibpqDoes() {
        ConnectionTarget target =
                parse(
                        "host = db.example  port=6432 user='us er' password='p\\'w\\\\d'"
                                + " dbname=my\\ db sslmode=require connect_timeout=3 options=''");

        assertThat(target.hosts()).containsExactly(new Host("db.example", 6432));
        assertThat(target.user()).isEqualTo("us er");
        assertThat(target.password()).isEqualTo(new Secret("p'w\\d"));
        assertThat(target.database()).isEqualTo("my db");
        assertThat(target.options())
                .isEqualTo(Map.of("sslmode", "require", "connect_timeout", "3"));
        assertThat(ConnectionUri.hasPassword("user=u password=p")).isTrue();
        assertThat(ConnectionUri.hasPassword("user=u")).isFalse();
    }

    @Test
    void requireVerifiesWhereRootsAreGiven(@TempDir Path home) throws IOException {
        Path roots = Files.createDirectories(home.resolve(".postgresql")).resolve("root.crt");
        Map<String, String> environment = Map.of("HOME", home.toString());
        String url = "postgres://u@h/d?sslmode=require";

        assertThat(ConnectionUri.parse(url, environment).options())
                .containsEntry("sslmode", "require");
        Files.writeString(roots, "");
        assertThat(ConnectionUri.parse(url, environment).options())
                .containsEntry("sslmode", "verify-ca")
                .containsEntry("sslrootcert", roots.toString());
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(parse("postgres://u:canary@h/d").toString()).doesNotContain("canary");
    }

    private static ConnectionTarget parse(String url) {
        return ConnectionUri.parse(url, Map.of());
    }
}
