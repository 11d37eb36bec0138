package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.capture.ConnectionTarget.Host;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceFileTest {

    @TempDir private Path folder;

    @BeforeEach
    void twoServices() throws IOException {
        Files.writeString(
                folder.resolve("services"),
                """
                # comment
                [other]
                host=wrong

                [prod]
                host=db.example
                port=6432
                user=reader
                dbname=shop
                sslmode=verify-full
                [broken]
                nonsense=1
                """);
    }

    @Test
    void aServiceFillsWhatTheStringAndOnlyThenTheEnvironment() {
        ConnectionTarget target =
                ConnectionUri.parse(
                        "service=prod dbname=copy",
                        environment(Map.of("PGUSER", "of_environment", "PGPASSWORD", "p")));

        assertThat(target.hosts()).containsExactly(new Host("db.example", 6432));
        assertThat(target.user()).isEqualTo("reader");
        assertThat(target.database()).isEqualTo("copy");
        assertThat(target.password()).isEqualTo(new Secret("p"));
        assertThat(target.options()).containsEntry("sslmode", "verify-full");
    }

    @Test
    void theEnvironmentAndAUrlCanNameTheService() {
        assertThat(
                        ConnectionUri.parse("postgres://", environment(Map.of("PGSERVICE", "prod")))
                                .hosts())
                .containsExactly(new Host("db.example", 6432));
        assertThat(
                        ConnectionUri.parse("postgres:///?service=prod", environment(Map.of()))
                                .database())
                .isEqualTo("shop");
    }

    @Test
    void theUsersFileComesBeforeTheSystems() throws IOException {
        Files.writeString(
                folder.resolve(".pg_service.conf"), "[prod]\nhost=mine\n[only_mine]\nhost=m\n");
        Files.move(folder.resolve("services"), folder.resolve("pg_service.conf"));
        Map<String, String> environment =
                Map.of("HOME", folder.toString(), "PGSYSCONFDIR", folder.toString(), "USER", "u");

        assertThat(ConnectionUri.parse("service=prod", environment).hosts())
                .containsExactly(new Host("mine", 5432));
        assertThat(ConnectionUri.parse("service=other", environment).hosts())
                .containsExactly(new Host("wrong", 5432));
    }

    @Test
    void anUnknownServiceAndABrokenOneAreSaid() {
        for (String service : List.of("nowhere", "broken")) {
            CaptureException error =
                    catchThrowableOfType(
                            CaptureException.class,
                            () ->
                                    ConnectionUri.parse(
                                            "user=u service=" + service, environment(Map.of())));

            assertThat(error).as(service).isNotNull();
            assertThat(error.code()).isEqualTo(ErrorCode.CONNECTION_INVALID);
            assertThat(error.hint()).contains("PGSERVICEFILE");
        }
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(more);
        all.put("PGSERVICEFILE", folder.resolve("services").toString());
        return all;
    }
}
