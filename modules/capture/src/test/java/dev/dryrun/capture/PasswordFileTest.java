package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.capture.ConnectionTarget.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordFileTest {

    @TempDir private Path home;

    @Test
    void theFirstLineThatFitsCounts() throws IOException {
        PasswordFile file =
                write(
                        """
                        # a comment:*:*:*:no
                        short:line
                        h:5432:other:u:no
                        h:5432:d:u:yes
                        *:*:*:*:too late
                        """);

        assertThat(file.password(List.of(new Host("h", 5432)), "d", "u"))
                .contains(new Secret("yes"));
        assertThat(file.password(List.of(new Host("x", 1)), "any", "body"))
                .contains(new Secret("too late"));
    }

    @Test
    void colonsBackslashesAndStarsCanBeMeantAsTheyAre() throws IOException {
        PasswordFile file =
                write(
                        """
                        \\:\\:1:5432:a\\\\b:\\*:p\\:w\\\\d
                        """);
        List<Host> hosts = List.of(new Host("::1", 5432));

        assertThat(file.password(hosts, "a\\b", "*")).contains(new Secret("p:w\\d"));
        assertThat(file.password(hosts, "a\\b", "anybody")).isEmpty();
    }

    @Test
    void aFileThatOthersMayReadIsLeftAsideWithAWarning() throws IOException {
        write("*:*:*:*:canary\n");
        Map<String, String> environment = Map.of("HOME", home.toString());

        ConnectionTarget closed = ConnectionUri.parse("postgres://u@h/d", environment);
        Files.setPosixFilePermissions(
                home.resolve(".pgpass"), PosixFilePermissions.fromString("rw-r-----"));
        ConnectionTarget open = ConnectionUri.parse("postgres://u@h/d", environment);

        assertThat(closed.password()).isEqualTo(new Secret("canary"));
        assertThat(closed.warnings()).isEmpty();
        assertThat(open.password()).isNull();
        assertThat(open.warnings()).hasSize(1).first().asString().contains("chmod 600");
    }

    @Test
    void aPasswordThatIsGivenComesBeforeTheFileAndPassfileNamesAnother() throws IOException {
        PasswordFile file = write("*:*:*:*:of the file\n");
        String passfile = "host=h user=u passfile='" + file.file() + "'";

        assertThat(ConnectionUri.parse(passfile, Map.of()).password())
                .isEqualTo(new Secret("of the file"));
        assertThat(ConnectionUri.parse(passfile, Map.of("PGPASSWORD", "given")).password())
                .isEqualTo(new Secret("given"));
        assertThat(
                        ConnectionUri.parse(
                                        "host=h user=u",
                                        Map.of("PGPASSFILE", file.file().toString()))
                                .password())
                .isEqualTo(new Secret("of the file"));
    }

    @Test
    void noFileIsNoPassword() {
        PasswordFile file = new PasswordFile(home.resolve("nothing"));

        assertThat(file.open()).isFalse();
        assertThat(file.password(List.of(new Host("h", 1)), "d", "u")).isEqualTo(Optional.empty());
    }

    private PasswordFile write(String text) throws IOException {
        Path file = Files.writeString(home.resolve(".pgpass"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new PasswordFile(file);
    }
}
