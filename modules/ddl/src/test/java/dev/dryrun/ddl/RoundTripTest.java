package dev.dryrun.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.EveryObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import dev.dryrun.testkit.RealSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RoundTripTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void oneObjectOfEveryKindComesBackAsItWas(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        EveryObject.create(server, "every_of_ddl");

        assertComesBack(server, "every_of_ddl");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void schemasThatOthersMadeComeBackAsTheyWere(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        try (PostgresServer fresh = fresh(version)) {
            for (RealSchema schema : RealSchema.available()) {
                String database = schema.load(server);
                fresh.createDatabase(database);
                assertComesBack(CapturedSchema.of(server, database), fresh, database);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void circlesAndOddOrdersComeBackAsTheyWere(PostgresVersion version) throws IOException {
        try (PostgresServer server = PostgresServer.start(version);
                InputStream sql = RoundTripTest.class.getResourceAsStream("circles.sql")) {
            String database = server.freshDatabase();
            server.execute(
                    database,
                    new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));

            assertComesBack(server, database);
        }
    }

    private static void assertComesBack(PostgresServer server, String database) {
        try (PostgresServer fresh = fresh(server.version())) {
            fresh.createDatabase("again");
            assertComesBack(CapturedSchema.of(server, database), fresh, "again");
        }
    }

    private static void assertComesBack(
            CapturedSchema captured, PostgresServer fresh, String database) {
        DdlScript script = captured.script();
        assertThat(script.gaps()).isEmpty();
        List<String> refused = run(fresh, database, script);
        assertThat(refused).as(database).isEmpty();

        CapturedSchema made = CapturedSchema.of(fresh, database);
        assertThat(captured.differences(made)).as(database).isEmpty();
        assertThat(made.root()).isEqualTo(captured.root());
    }

    /// {@return a server that has no role and no database of another}
    private static PostgresServer fresh(PostgresVersion version) {
        PostgresServer fresh = PostgresServer.start(version);
        createTablespace(fresh);
        return fresh;
    }

    /// Where one lies is never captured: whoever runs the script makes them first.
    private static void createTablespace(PostgresServer server) {
        try (Connection connection = server.connect("postgres", "postgres", null);
                Statement statement = connection.createStatement()) {
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE every_space LOCATION ''");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return the statements that the server refused, with its words}
    private static List<String> run(PostgresServer server, String database, DdlScript script) {
        List<String> refused = new ArrayList<>();
        try (Connection connection = server.connect(database, "postgres", null);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            script.forEach(sql -> {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    refused.add(sql + "\n" + e.getMessage());
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return refused;
    }
}
