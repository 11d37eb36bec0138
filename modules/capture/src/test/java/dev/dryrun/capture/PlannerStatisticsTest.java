package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Bloat;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Document;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.SourceColumn;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlannerStatisticsTest {

    private static final String FROZEN =
            "SELECT relallfrozen FROM pg_class WHERE relname = 'thing'";

    private static final String TABLES =
            """
            CREATE TYPE pair AS (label text, body jsonb);
            CREATE TABLE thing (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                kind text, city text, tags text[], span int4range, doc jsonb, boxed pair,
                long_text text);
            INSERT INTO thing (kind, city, tags, span, doc, boxed, long_text)
            SELECT 'k' || i % 3, 'c' || i % 3, ARRAY['t' || i % 5, 'u'], int4range(i, i + 10),
                   jsonb_build_object('v', 'w' || i % 3), ROW('l', '{"a": 1}')::pair,
                   repeat('x', 3000)
            FROM generate_series(1, 2000) i;
            CREATE INDEX thing_upper ON thing (upper(kind)) WHERE id > 0;
            CREATE INDEX thing_doc ON thing ((doc ->> 'v'));
            CREATE INDEX thing_span ON thing USING gist (span);
            CREATE STATISTICS thing_ext (mcv, ndistinct, dependencies) ON kind, city FROM thing;
            CREATE STATISTICS thing_expr ON lower(city), kind FROM thing;
            CREATE MATERIALIZED VIEW seen AS SELECT kind, count(*) AS n FROM thing GROUP BY kind;
            CREATE TABLE never (a int);
            CREATE TABLE parent (a int);
            CREATE TABLE child () INHERITS (parent);
            INSERT INTO parent SELECT i % 2 FROM generate_series(1, 100) i;
            INSERT INTO child SELECT i % 7 FROM generate_series(1, 100) i;
            CREATE TABLE part (a int) PARTITION BY LIST (a);
            CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
            CREATE INDEX part_a ON part (a);
            INSERT INTO part VALUES (1);
            CREATE SEQUENCE used; CREATE SEQUENCE unused; CREATE SEQUENCE "od?d 'name";
            SELECT nextval('used'), nextval('used'), nextval('"od?d ''name"');
            CREATE EXTENSION postgres_fdw;
            CREATE SERVER nowhere FOREIGN DATA WRAPPER postgres_fdw;
            CREATE FOREIGN TABLE far (a int) SERVER nowhere;
            """;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void sizesAndPagesAreThoseOfTheServer(PostgresVersion version) {
        Planner planner = Planner.of(version);
        TableStatistics thing = planner.table(ObjectKind.TABLE, "thing");

        List<String> sizes =
                planner.row(
                        "SELECT pg_relation_size('thing'), pg_indexes_size('thing'),"
                                + " pg_total_relation_size('thing'),"
                                + " pg_total_relation_size(reltoastrelid), relpages,"
                                + " relallvisible, relfrozenxid, relminmxid,"
                                + " pg_total_relation_size('thing_upper')"
                                + " FROM pg_class WHERE relname = 'thing'");
        assertThat(
                        List.of(
                                thing.tableSizeBytes(),
                                thing.indexesSizeBytes(),
                                thing.totalSizeBytes(),
                                thing.toastSizeBytes(),
                                thing.relpages(),
                                thing.allVisiblePages(),
                                thing.frozenXid(),
                                thing.minMxid(),
                                thing.index("thing_upper").orElseThrow().sizeBytes()))
                .isEqualTo(
                        sizes.stream()
                                .map(text -> Reading.measured(Long.parseLong(text)))
                                .toList());
        assertThat(thing.reltuples()).isEqualTo(Reading.estimated(2000.0));
        assertThat(thing.allFrozenPages())
                .isEqualTo(
                        version.major() < 18
                                ? Reading.absent(Reason.UNSUPPORTED_VERSION)
                                : Reading.measured(Long.parseLong(planner.row(FROZEN).getFirst())));
        assertThat(planner.server.nextXid().known().orElseThrow()).isPositive();
        assertThat(planner.server.nextMxid().known().orElseThrow()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void everySlotOfAColumnIsThere(PostgresVersion version) {
        TableStatistics thing = Planner.of(version).table(ObjectKind.TABLE, "thing");

        ColumnStatistics tags = column(thing.columns(), "tags");
        assertThat(tags.mostCommonElements().known().orElseThrow()).contains("t1");
        assertThat(tags.elementCountHistogram().known().orElseThrow()).startsWith("{2");
        assertThat(tags.rangeEmptyFraction()).isEqualTo(Reading.absent(Reason.NONE_KEPT));
        ColumnStatistics span = column(thing.columns(), "span");
        if (version.major() < 17) {
            assertThat(span.rangeBoundsHistogram())
                    .isEqualTo(Reading.absent(Reason.UNSUPPORTED_VERSION));
        } else {
            assertThat(span.rangeBoundsHistogram().known().orElseThrow()).contains("[1,11)");
            assertThat(span.rangeLengthHistogram().known().orElseThrow()).startsWith("{10");
            assertThat(span.rangeEmptyFraction()).isEqualTo(Reading.measured(0.0));
        }
        assertThat(column(thing.columns(), "boxed").type())
                .as("a composite that holds one")
                .isEqualTo("jsonb");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void expressionsOfIndexesHaveStatisticsAndSayWhatTheyAreMadeOf(PostgresVersion version) {
        TableStatistics thing = Planner.of(version).table(ObjectKind.TABLE, "thing");

        IndexStatistics upper = thing.index("thing_upper").orElseThrow();
        assertThat(upper.columns().getFirst().mostCommonValues().known().orElseThrow())
                .contains("K1");
        assertThat(upper.over())
                .containsExactly(
                        new SourceColumn("id", "bigint"), new SourceColumn("kind", "text"));
        assertThat(upper.bloat().known()).get().returns(true, Bloat::approximate);
        assertThat(thing.index("thing_doc").orElseThrow().over())
                .containsExactly(new SourceColumn("doc", "jsonb"));
        assertThat(thing.index("thing_pkey").orElseThrow())
                .returns(List.of(), IndexStatistics::over)
                .satisfies(key -> {
                    Bloat bloat = key.bloat().known().orElseThrow();
                    assertThat(bloat.tupleWidthBytes()).isEqualTo(8);
                    // 2000 entries of 16 bytes on pages of 8192 bytes, nine tenths full.
                    assertThat(bloat.expectedPages()).isEqualTo(5);
                    assertThat(bloat.approximate()).isFalse();
                });
        assertThat(thing.index("thing_span").orElseThrow().bloat())
                .isEqualTo(Reading.absent(Reason.NONE_KEPT));
        assertThat(thing.bloat().known()).get().returns(false, Bloat::approximate);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void extendedStatisticsAreShownToTheOwnerAndWithheldFromOthers(PostgresVersion version) {
        Planner planner = Planner.of(version);

        ExtendedStatistics ext = planner.asOwner("thing_ext");
        assertThat(ext.mostCommonValues().known().orElseThrow()).contains("{k1,c1}");
        assertThat(ext.distinct().known().orElseThrow()).contains("3");
        assertThat(ext.over())
                .containsExactly(
                        new SourceColumn("city", "text"), new SourceColumn("kind", "text"));
        ExtendedStatistics expressions = planner.asOwner("thing_expr");
        assertThat(expressions.expressions()).hasSize(1);
        assertThat(expressions.expressions().getFirst().column()).contains("lower(city)");
        assertThat(expressions.expressions().getFirst().mostCommonValues().known().orElseThrow())
                .contains("c1");
        ExtendedStatistics hidden =
                planner.table(ObjectKind.TABLE, "thing").extended().stream()
                        .filter(object -> object.name().name().equals("thing_ext"))
                        .findFirst()
                        .orElseThrow();
        assertThat(hidden.over()).isEqualTo(ext.over());
        assertThat(hidden.mostCommonValues()).isEqualTo(Reading.absent(Reason.NO_PRIVILEGE));
        assertThat(hidden.distinct()).isEqualTo(Reading.absent(Reason.NO_PRIVILEGE));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void everyKindOfRelationIsThereAndSaysWhatItLacks(PostgresVersion version) {
        Planner planner = Planner.of(version);

        assertThat(planner.table(ObjectKind.MATERIALIZED_VIEW, "seen"))
                .returns(Reading.estimated(3.0), TableStatistics::reltuples);
        assertThat(planner.table(ObjectKind.FOREIGN_TABLE, "far"))
                .returns(Reading.absent(Reason.NEVER_ANALYZED), TableStatistics::reltuples)
                .returns(Reading.absent(Reason.NONE_KEPT), TableStatistics::tableSizeBytes)
                .returns(Reading.absent(Reason.NONE_KEPT), TableStatistics::frozenXid);
        assertThat(planner.table(ObjectKind.TABLE, "never"))
                .returns(List.of(), TableStatistics::columns)
                .returns(Reading.measured(0L), TableStatistics::tableSizeBytes);
        TableStatistics part = planner.table(ObjectKind.TABLE, "part");
        assertThat(part.totalSizeBytes()).isEqualTo(Reading.absent(Reason.NONE_KEPT));
        assertThat(part.index("part_a").orElseThrow().sizeBytes())
                .isEqualTo(Reading.absent(Reason.NONE_KEPT));
        assertThat(planner.table(ObjectKind.TABLE, "parent").columns())
                .extracting(ColumnStatistics::inherited, ColumnStatistics::distinct)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, Reading.measured(2.0)),
                        org.assertj.core.groups.Tuple.tuple(true, Reading.measured(7.0)));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void sequencesSayHowFarTheyHaveCome(PostgresVersion version) {
        Map<String, Reading<Long>> sequences = Planner.of(version).sequences;

        assertThat(sequences)
                .containsEntry("used", Reading.measured(2L))
                .containsEntry("unused", Reading.absent(Reason.NONE_KEPT))
                .containsEntry("od?d 'name", Reading.measured(1L))
                .containsEntry("thing_id_seq", Reading.measured(2000L));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void whatIsLockedCostsItsSizesOnly(PostgresVersion version) throws SQLException {
        Planner planner = Planner.of(version);
        PostgresServer server = PostgresServer.shared(version);

        try (Connection other = server.connect(planner.database, "postgres", null);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE thing IN ACCESS EXCLUSIVE MODE");
            statement.execute("ALTER SEQUENCE used RESTART");
            statement.execute("ALTER SEQUENCE used OWNED BY thing.id");
            Planner locked = Planner.capture(version, planner.database, "dryrun_reader");
            TableStatistics thing = locked.table(ObjectKind.TABLE, "thing");
            assertThat(thing.tableSizeBytes()).isEqualTo(Reading.absent(Reason.LOCKED));
            assertThat(thing.totalSizeBytes()).isEqualTo(Reading.absent(Reason.LOCKED));
            assertThat(thing.columns())
                    .isEqualTo(planner.table(ObjectKind.TABLE, "thing").columns());
            assertThat(thing.reltuples()).isEqualTo(Reading.estimated(2000.0));
            assertThat(locked.table(ObjectKind.TABLE, "parent"))
                    .isEqualTo(planner.table(ObjectKind.TABLE, "parent"));
            assertThat(locked.sequences).containsEntry("unused", Reading.absent(Reason.NONE_KEPT));
            other.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void eachGrantThatIsMissingMakesItsPartAbsent(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, TABLES);
        server.execute(database, "VACUUM ANALYZE");
        String role = "narrow_" + database;
        server.execute(
                database,
                """
                CREATE ROLE %1$s LOGIN;
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s;
                GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO %1$s;
                """
                        .formatted(role));

        Planner full = Planner.capture(version, database, role);
        assertThat(column(full.table(ObjectKind.TABLE, "thing").columns(), "kind").nullFraction())
                .isEqualTo(Reading.measured(0.0));
        server.execute(
                database,
                """
                REVOKE SELECT ON thing FROM %1$s; GRANT SELECT (kind) ON thing TO %1$s;
                REVOKE SELECT ON used FROM %1$s;
                ALTER TABLE parent ENABLE ROW LEVEL SECURITY;
                """
                        .formatted(role));
        Planner narrow = Planner.capture(version, database, role);

        TableStatistics thing = narrow.table(ObjectKind.TABLE, "thing");
        assertThat(column(thing.columns(), "kind").nullFraction()).isEqualTo(Reading.measured(0.0));
        assertThat(column(thing.columns(), "city"))
                .isEqualTo(ColumnStatistics.absent("city", "text", Reason.NO_PRIVILEGE));
        assertThat(narrow.table(ObjectKind.TABLE, "parent").columns())
                .as("row-level security hides")
                .containsExactly(ColumnStatistics.absent("a", "integer", Reason.NO_PRIVILEGE));
        assertThat(narrow.table(ObjectKind.TABLE, "never").columns())
                .as("never analysed is something else")
                .isEmpty();
        assertThat(narrow.sequences)
                .containsEntry("used", Reading.absent(Reason.NO_PRIVILEGE))
                .containsEntry("unused", Reading.absent(Reason.NONE_KEPT));
        server.execute(database, "DROP OWNED BY " + role + "; DROP ROLE " + role);
    }

    private static ColumnStatistics column(List<ColumnStatistics> columns, String name) {
        return columns.stream()
                .filter(column -> column.column().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// One capture of the tables above.
    private record Planner(
            PostgresVersion version,
            String database,
            dev.dryrun.model.ServerInfo server,
            Map<String, TableStatistics> tables,
            Map<String, Reading<Long>> sequences) {

        static Planner of(PostgresVersion version) {
            PostgresServer server = PostgresServer.shared(version);
            String database = "planner_of_capture";
            if (server.query(
                            "postgres",
                            "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")
                    .isEmpty()) {
                server.createDatabase(database);
                server.execute(database, CapturedShop.roleScript());
                server.execute(database, TABLES);
                server.execute(database, "VACUUM ANALYZE");
            }
            return capture(version, database, "dryrun_reader");
        }

        static Planner capture(PostgresVersion version, String database, String user) {
            PostgresServer server = PostgresServer.shared(version);
            SessionGuards guards =
                    new SessionGuards(
                            Duration.ofSeconds(30),
                            Duration.ofMillis(300),
                            Duration.ofSeconds(10),
                            user.equals("postgres"));
            try (CaptureSession session =
                    CaptureSession.open(
                            ConnectionUri.parse(server.url(database, user), Map.of()), guards)) {
                Planner planner =
                        new Planner(
                                version,
                                database,
                                session.server(),
                                new HashMap<>(),
                                new HashMap<>());
                session.readPlanner(statistics -> planner.tables.put(key(statistics), statistics));
                session.readSequences(
                        sequence -> planner.sequences.put(name(sequence), sequence.lastValue()));
                return planner;
            }
        }

        ExtendedStatistics asOwner(String name) {
            Optional<ExtendedStatistics> found =
                    capture(version, database, "postgres")
                            .table(ObjectKind.TABLE, "thing")
                            .extended()
                            .stream()
                            .filter(object ->
                                    object.name().equals(new QualifiedName("public", name)))
                            .findFirst();
            return found.orElseThrow();
        }

        List<String> row(String sql) {
            return PostgresServer.shared(version).query(database, sql).getFirst().stream()
                    .map(String::valueOf)
                    .toList();
        }

        TableStatistics table(ObjectKind kind, String name) {
            return Optional.ofNullable(tables.get(kind.word() + " " + name)).orElseThrow();
        }

        private static String key(Document document) {
            return document.about().kind().word() + " " + document.about().name().name();
        }

        private static String name(SequenceStatistics sequence) {
            return sequence.sequence().name();
        }
    }
}
