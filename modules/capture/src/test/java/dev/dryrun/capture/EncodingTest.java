package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Table;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Databases that are not UTF-8.
final class EncodingTest {

    private static final SessionGuards AS_SUPERUSER =
            new SessionGuards(
                    Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(10), true);

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void namesOfALatin1DatabaseComeAsTheyAreMeant(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = database(server, "LATIN1");
        server.execute(database, "CREATE TABLE \"größe\" (\"straße\" int)");

        assertThat(tables(server, database)).containsExactly("public.größe");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void namesWithoutAnEncodingAreTakenWhereTheyAreUtf8(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = database(server, "SQL_ASCII");
        server.execute(database, "CREATE TABLE \"größe\" (id int)");

        assertThat(tables(server, database)).containsExactly("public.größe");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void namesWithoutAnEncodingThatAreNotUtf8AreRefusedInOneLine(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = database(server, "SQL_ASCII");
        server.execute(
                database,
                "DO $$ BEGIN EXECUTE 'CREATE TABLE \"'"
                        + " || convert_from('\\x6772f6df65', 'SQL_ASCII') || '\" (id int)';"
                        + " END $$");

        CaptureException error =
                catchThrowableOfType(CaptureException.class, () -> tables(server, database));

        assertThat(error).isNotNull();
        assertThat(error.code()).isEqualTo(ErrorCode.CAPTURE_FAILED);
        assertThat(error.what()).contains("UTF-8").doesNotContain("\n");
    }

    private static String database(PostgresServer server, String encoding) {
        String database = "enc_" + encoding.toLowerCase(java.util.Locale.ROOT) + System.nanoTime();
        server.execute(
                "postgres",
                "CREATE DATABASE "
                        + database
                        + " TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING '"
                        + encoding
                        + "'");
        return database;
    }

    private static List<String> tables(PostgresServer server, String database) {
        List<String> names = new ArrayList<>();
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, "postgres"), Map.of()),
                        AS_SUPERUSER)) {
            session.readSchema(object -> {
                if (object instanceof Table table) {
                    names.add(table.name().display());
                }
            });
        }
        return names;
    }
}
