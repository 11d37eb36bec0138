package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Definition;
import dev.dryrun.model.Document;
import dev.dryrun.model.Function;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.Relation;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.testkit.EveryObject;
import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KindReaderTest {

    /// Those that relations have, or that are facts of the server.
    private static final Set<ObjectKind> ELSEWHERE =
            EnumSet.of(
                    ObjectKind.TABLE,
                    ObjectKind.FOREIGN_TABLE,
                    ObjectKind.COLUMN,
                    ObjectKind.CONSTRAINT,
                    ObjectKind.INDEX,
                    ObjectKind.VIEW,
                    ObjectKind.MATERIALIZED_VIEW,
                    ObjectKind.SEQUENCE,
                    ObjectKind.TRIGGER,
                    ObjectKind.RULE,
                    ObjectKind.POLICY,
                    ObjectKind.STATISTICS,
                    ObjectKind.ROLE,
                    ObjectKind.TABLESPACE,
                    ObjectKind.SETTING,
                    ObjectKind.NODE,
                    ObjectKind.IDENTITIES,
                    ObjectKind.QUERY,
                    ObjectKind.LINT_RULE);

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void everyFieldOfEveryKindIsAsItWasMade(PostgresVersion version) {
        EveryKind every = EveryKind.of(version);

        Golden.of("every-kind")
                // Whoever made the function had this zone, from its own machine.
                .scrub("zone", "TimeZone=([^\"]+)")
                .matches(
                        version.major() + ".jsonl",
                        every.lines(
                                object -> isOurs(object) && object.facts().extension() == null));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void noKindIsMissing(PostgresVersion version) {
        Set<ObjectKind> found =
                EveryKind.of(version).schema().keySet().stream()
                        .map(ref -> ref.kind())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ObjectKind.class)));

        assertThat(found).containsAll(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void membersOfExtensionsNameTheirExtensionAndComeWithoutBodies(PostgresVersion version) {
        EveryKind every = EveryKind.of(version);

        Function crypt =
                every.object(
                        ObjectKind.FUNCTION,
                        "every_extension",
                        "crypt(text, text)",
                        Function.class);
        assertThat(crypt.facts().extension()).isEqualTo("pgcrypto");
        assertThat(crypt.body()).isEqualTo(Reading.absent(Reason.NOT_CAPTURED));
        assertThat(crypt.arguments()).hasSize(2);
        assertThat(crypt.returns()).isEqualTo("text");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void whereAnotherServerIsAndWhoConnectsStaysThere(PostgresVersion version) {
        EveryKind every = EveryKind.of(version);

        assertThat(definition(every, ObjectKind.SERVER, "far").properties().get("options"))
                .containsExactly("dbname", "fetch_size=500", "host", "port");
        assertThat(definition(every, ObjectKind.SERVER, "nowhere").properties().get("options"))
                .containsExactly("anything");
        String all = every.schema().values().toString() + every.planner().values();
        assertThat(all).doesNotContain(EveryObject.CANARY).doesNotContain("far.example.org");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void aSecondDatabaseMadeTheSameWayIsEqual(PostgresVersion version) {
        EveryKind first = EveryKind.of(version);
        PostgresServer server = EveryKind.server(version);
        String database = "every_again_" + version.major();
        server.execute("postgres", "CREATE TABLE IF NOT EXISTS moves_the_oids (a text)");
        EveryObject.create(server, database);
        EveryKind second = EveryKind.of(server, database);

        assertThat(second.lines(KindReaderTest::isOurs))
                .isEqualTo(first.lines(KindReaderTest::isOurs));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void oneMissingPrivilegeCostsOneKind(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(
                database,
                """
                DROP ROLE IF EXISTS reads_little;
                CREATE ROLE reads_little LOGIN;
                REVOKE SELECT ON pg_catalog.pg_publication FROM PUBLIC;
                CREATE PUBLICATION unseen;
                CREATE COLLATION seen FROM "C";
                """);
        try (CaptureSession session = EveryKind.session(server, database, "reads_little")) {
            EveryKind every = EveryKind.of(session);

            assertThat(every.fact(ObjectKind.PUBLICATION, "*").properties())
                    .containsEntry("absent", List.of("no privilege"));
            assertThat(every.planner().keySet())
                    .as("an ordinary role may read all the others")
                    .filteredOn(ref -> ref.name().name().equals("*"))
                    .extracting(ref -> ref.kind())
                    .containsExactly(ObjectKind.PUBLICATION);
            assertThat(every.schema().keySet())
                    .extracting(ref -> ref.kind())
                    .contains(ObjectKind.COLLATION, ObjectKind.SCHEMA)
                    .doesNotContain(ObjectKind.PUBLICATION);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void aLockedTableCostsOnlyTheBodiesThatNameIt(PostgresVersion version) throws SQLException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(
                database,
                """
                CREATE TABLE held (a int);
                CREATE TABLE loose (a int);
                CREATE FUNCTION of_held() RETURNS bigint LANGUAGE sql RETURN
                    (SELECT count(*) FROM held);
                CREATE FUNCTION of_loose() RETURNS bigint LANGUAGE sql RETURN
                    (SELECT count(*) FROM loose);
                """);
        try (Connection other = server.connect(database, "postgres", null);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE held IN ACCESS EXCLUSIVE MODE");
            try (Connection own = server.connect(database, "postgres", null)) {
                own.setAutoCommit(false);
                List<SchemaObject> found = new ArrayList<>();
                new KindReader(own).read(found::add);

                assertThat(body(found, "of_held()")).isEqualTo(Reading.absent(Reason.LOCKED));
                assertThat(body(found, "of_loose()").known()).isPresent();
                assertThat(locksOn(server, database, "loose")).isZero();
            }
        }
    }

    private static long locksOn(PostgresServer server, String database, String table) {
        return server.query(
                        database, "SELECT FROM pg_locks WHERE relation = '" + table + "'::regclass")
                .size();
    }

    private static Reading<Function.Body> body(List<SchemaObject> found, String name) {
        return found.stream()
                .filter(object -> object.name().equals(new QualifiedName("public", name)))
                .map(Function.class::cast)
                .findFirst()
                .orElseThrow()
                .body();
    }

    private static Definition definition(EveryKind every, ObjectKind kind, String name) {
        return every.object(kind, "", name, Definition.class);
    }

    private static boolean isOurs(SchemaObject object) {
        return !(object instanceof Relation)
                && !ELSEWHERE.contains(((Document) object).about().kind());
    }
}
