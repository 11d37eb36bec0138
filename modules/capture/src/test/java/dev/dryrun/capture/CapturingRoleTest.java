package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who captures is part of the connection string, and nothing of that is stored.
final class CapturingRoleTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void whatItWasGrantedDoesNotNameIt(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        String role = "canary_" + database;
        String other = "other_" + database;
        server.execute(
                database,
                """
                CREATE ROLE %1$s LOGIN CONNECTION LIMIT 7;
                CREATE ROLE %2$s;
                CREATE SCHEMA s;
                CREATE TABLE s.t (id int GENERATED ALWAYS AS IDENTITY, a int, b int);
                CREATE TABLE s.only_columns (a int);
                CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE TYPE s.e AS ENUM ('x');
                CREATE SEQUENCE s.q;
                GRANT USAGE ON SCHEMA s TO %1$s;
                GRANT SELECT ON ALL TABLES IN SCHEMA s TO %1$s, %2$s;
                GRANT SELECT ON ALL SEQUENCES IN SCHEMA s TO %1$s;
                GRANT SELECT (a), UPDATE (b) ON s.t TO %1$s WITH GRANT OPTION;
                GRANT SELECT (a) ON s.t TO %2$s;
                GRANT EXECUTE ON FUNCTION s.f() TO %1$s;
                GRANT USAGE ON TYPE s.e TO %1$s;
                GRANT USAGE ON LANGUAGE plpgsql TO %1$s;
                ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO %1$s;
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO %1$s, %2$s;
                GRANT %1$s TO %2$s;
                ALTER ROLE %1$s SET work_mem = '8MB';
                """
                        .formatted(role, other));

        WholeCapture captured = WholeCapture.by(role, server, database);

        assertThat(captured.toString()).doesNotContain(role).contains("role=" + other);
        assertThat(captured.schema())
                .filteredOn(object -> object.about().kind() == ObjectKind.DEFAULT_PRIVILEGES)
                .extracting(object -> object.about().name().name())
                .as("those of the schema were its own only")
                .containsExactly("FOR ROLE postgres ON SEQUENCES");
        assertThat(WholeCapture.by("postgres", server, database).toString())
                .as("another role's capture names it as it names every role")
                .contains(role);
        server.execute(
                database, "DROP OWNED BY %1$s, %2$s; DROP ROLE %1$s, %2$s".formatted(role, other));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void whatItOwnsKeepsItsOwnerAndTheOwnersRights(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        String role = "owner_" + database;
        server.execute(
                database,
                "CREATE ROLE %1$s LOGIN; CREATE SCHEMA %1$s AUTHORIZATION %1$s".formatted(role));
        server.executeAs(
                role,
                database,
                "CREATE TABLE %1$s.t (a int); GRANT SELECT ON %1$s.t TO PUBLIC".formatted(role));

        SchemaObject table =
                WholeCapture.by(role, server, database).schema().stream()
                        .filter(object -> object.about().kind() == ObjectKind.TABLE)
                        .findFirst()
                        .orElseThrow();

        assertThat(table.toString())
                .contains("owner=" + role)
                .contains("role=" + role + ", privilege=SELECT")
                .contains("role=null, privilege=SELECT");
        server.execute(database, "DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(role));
    }
}
