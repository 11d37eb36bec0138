package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.EnumType;
import dev.dryrun.model.Facts;
import dev.dryrun.model.Grant;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FactsReaderTest {

    private static final String SCRIPT =
            """
            CREATE EXTENSION pg_stat_statements;
            CREATE TYPE mood AS ENUM ('ok');
            COMMENT ON TYPE mood IS 'how';
            CREATE DOMAIN word AS text COLLATE "C";
            CREATE TYPE pair AS (a int, b mood);
            CREATE FUNCTION f(int, mood[]) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE FUNCTION same(mood, int) RETURNS bool LANGUAGE sql AS 'SELECT true';
            CREATE OPERATOR === (LEFTARG = mood, RIGHTARG = int, FUNCTION = same);
            CREATE SEQUENCE counter;
            CREATE TABLE parent (id int PRIMARY KEY, row_of pair);
            CREATE TABLE child (
                id int REFERENCES parent,
                moods mood[],
                n bigint DEFAULT nextval('counter'),
                own serial,
                always int GENERATED ALWAYS AS IDENTITY,
                CHECK (f(1, moods) > 0),
                CHECK (moods[1] === id)
            ) INHERITS (parent);
            CREATE INDEX ON child ((f(n::int, NULL)));
            CREATE TRIGGER t AFTER INSERT ON child EXECUTE FUNCTION g();
            CREATE VIEW v AS SELECT id, w.word::word FROM child, (SELECT 'a' AS word) w;
            CREATE TABLE of_row (r parent, rs child[]);
            REVOKE ALL ON parent FROM postgres;
            GRANT SELECT ON child TO PUBLIC;
            GRANT INSERT ON child TO the_role WITH GRANT OPTION;
            ALTER TABLE child OWNER TO the_role;
            COMMENT ON TABLE child IS 'small';
            """;

    private static Captured captured(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        String role = "role_of_" + database;
        server.execute(database, "CREATE ROLE " + role);
        server.execute(database, SCRIPT.replace("the_role", role));
        return Captured.of(server, database);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void anObjectHasItsOwnerCommentAndGrants(PostgresVersion version) {
        Captured captured = captured(version);

        String role = "role_of_" + captured.database();
        Facts child = captured.object(ObjectKind.TABLE, "child", Table.class).facts();
        assertThat(child.owner()).isEqualTo(role);
        assertThat(child.comment()).isEqualTo("small");
        assertThat(child.extension()).isNull();
        assertThat(child.grants())
                .contains(new Grant(null, "SELECT", false), new Grant(role, "INSERT", true));
        assertThat(captured.object(ObjectKind.TABLE, "parent", Table.class).facts().grants())
                .isEmpty();
        Facts mood = captured.object(ObjectKind.ENUM, "mood", EnumType.class).facts();
        assertThat(mood).isEqualTo(new Facts("postgres", null, "how", null, List.of()));
        assertThat(
                        captured.object(ObjectKind.VIEW, "pg_stat_statements", View.class)
                                .facts()
                                .extension())
                .isEqualTo("pg_stat_statements");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void anObjectDependsOnWhatItAndItsPartsUse(PostgresVersion version) {
        Captured captured = captured(version);

        assertThat(captured.object(ObjectKind.TABLE, "child", Table.class).facts().dependsOn())
                .containsExactly(
                        ref(ObjectKind.COMPOSITE, "pair"),
                        ref(ObjectKind.ENUM, "mood"),
                        ref(ObjectKind.FUNCTION, "f(integer, public.mood[])"),
                        ref(ObjectKind.FUNCTION, "g()"),
                        ref(ObjectKind.OPERATOR, "===(public.mood, integer)"),
                        ref(ObjectKind.SEQUENCE, "child_own_seq"),
                        ref(ObjectKind.SEQUENCE, "counter"),
                        ref(ObjectKind.TABLE, "parent"));
        assertThat(captured.object(ObjectKind.VIEW, "v", View.class).facts().dependsOn())
                .containsExactly(ref(ObjectKind.DOMAIN, "word"), ref(ObjectKind.TABLE, "child"));
        assertThat(captured.object(ObjectKind.TABLE, "of_row", Table.class).facts().dependsOn())
                .containsExactly(ref(ObjectKind.TABLE, "child"), ref(ObjectKind.TABLE, "parent"));
    }

    private static ObjectRef ref(ObjectKind kind, String name) {
        return CapturedShop.ref(kind, "public", name);
    }
}
