package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.Constraint.Action;
import dev.dryrun.model.Constraint.Timing;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.Firing;
import dev.dryrun.model.ForeignSource;
import dev.dryrun.model.Grant;
import dev.dryrun.model.Index;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.ReplicaIdentity;
import dev.dryrun.model.RowSecurity;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.SequenceParameters;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStorage;
import dev.dryrun.model.View;
import dev.dryrun.testkit.PostgresVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What stands under a table comes apart into its pieces.
final class TableStructureTest {

    private static final Reading<String> NONE = Reading.absent(Reason.NONE_KEPT);

    private static final String TABLES =
            """
            CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RETURN NULL; END';
            CREATE TYPE kind AS (a int, b text);
            CREATE UNLOGGED TABLE t (a int, b text)
                WITH (fillfactor = 70, toast.autovacuum_enabled = off);
            CREATE TABLE typed OF kind;
            ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY,
                REPLICA IDENTITY FULL;
            CREATE POLICY all_of ON t USING (a > 0) WITH CHECK (a > 1);
            CREATE POLICY upd ON t AS RESTRICTIVE FOR UPDATE TO postgres USING (true);
            COMMENT ON POLICY upd ON t IS 'ours';
            CREATE TRIGGER tr BEFORE UPDATE OF b ON t FOR EACH ROW
                WHEN (OLD.a > 1) EXECUTE FUNCTION g();
            ALTER TABLE t DISABLE TRIGGER tr;
            CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
            ALTER TABLE t ENABLE ALWAYS RULE r;
            CREATE STATISTICS st (ndistinct, mcv) ON a, b, (a + 1) FROM t;
            ALTER STATISTICS st SET STATISTICS 7;
            CREATE TEMP TABLE gone (a int);
            """;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void columnsKeepWhatDiffersFromTheirType(PostgresVersion version) {
        Captured captured =
                Captured.of(
                        version,
                        """
                        CREATE DOMAIN code AS text COLLATE "C";
                        CREATE TABLE t (
                            plain text,
                            c text COMPRESSION pglz COLLATE "POSIX",
                            own code,
                            s text
                        );
                        ALTER TABLE t ALTER s SET STORAGE EXTERNAL, ALTER s SET STATISTICS 0,
                            ALTER s SET (n_distinct = -0.5);
                        GRANT SELECT (c), UPDATE (c) ON t TO PUBLIC;
                        CREATE TABLE child (plain text, more int) INHERITS (t);
                        """);

        Table t = captured.object(ObjectKind.TABLE, "t", Table.class);
        assertThat(column(t, "plain").attributes()).isEqualTo(ColumnAttributes.NONE);
        assertThat(column(t, "own").attributes()).isEqualTo(ColumnAttributes.NONE);
        ColumnAttributes c = column(t, "c").attributes();
        assertThat(c.collation()).isEqualTo(new QualifiedName("pg_catalog", "POSIX"));
        assertThat(c.compression()).isEqualTo("pglz");
        assertThat(c.grants())
                .containsExactly(
                        new Grant(null, "SELECT", false), new Grant(null, "UPDATE", false));
        assertThat(t.facts().grants()).isNull();
        ColumnAttributes s = column(t, "s").attributes();
        assertThat(s.storage()).isEqualTo(ColumnAttributes.Storage.EXTERNAL);
        assertThat(s.statisticsTarget()).isZero();
        assertThat(s.options()).isEqualTo(Map.of("n_distinct", "-0.5"));
        Table child = captured.object(ObjectKind.TABLE, "child", Table.class);
        assertThat(child.inherits()).containsExactly(new QualifiedName("public", "t"));
        assertThat(column(child, "plain").attributes())
                .returns(true, ColumnAttributes::local)
                .returns(1, ColumnAttributes::parents);
        assertThat(column(child, "c").attributes().local()).isFalse();
        assertThat(column(child, "more").attributes().parents()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void indexesComeApartIntoKeys(PostgresVersion version) {
        String notDistinct = version.major() >= 15 ? "NULLS NOT DISTINCT" : "";
        Captured captured = Captured.of(version, indexes(notDistinct));

        Table t = captured.object(ObjectKind.TABLE, "t", Table.class);
        assertThat(index(t, "simple").keys())
                .containsExactly(
                        Index.Key.of("a"),
                        Index.Key.of("b"),
                        Index.Key.of("c"),
                        Index.Key.of("d"),
                        Index.Key.of("arr"));
        assertThat(index(t, "simple").clustered()).isTrue();
        assertThat(index(t, "sorted").keys())
                .extracting(Index.Key::descending)
                .containsExactly(true, false, true);
        assertThat(index(t, "sorted").keys())
                .extracting(Index.Key::nullsFirst)
                .containsExactly(true, true, false);
        assertThat(index(t, "ops").keys().getFirst().operatorClass())
                .isEqualTo(new QualifiedName("pg_catalog", "text_pattern_ops"));
        assertThat(index(t, "ops").keys().getLast().collation())
                .isEqualTo(new QualifiedName("pg_catalog", "C"));
        assertThat(index(t, "inets").method()).isEqualTo("gist");
        assertThat(index(t, "docs").options()).isEqualTo(Map.of("fastupdate", "off"));
        assertThat(index(t, "words").keys().getFirst().operatorClassOptions())
                .isEqualTo(Map.of("siglen", "100"));
        assertThat(index(t, "trgm").keys().getFirst().operatorClass())
                .isEqualTo(new QualifiedName("public", "gin_trgm_ops"));
        Index u = index(t, "u");
        assertThat(u.unique()).isTrue();
        assertThat(u.include()).containsExactly("b", "c");
        assertThat(u.nullsNotDistinct()).isEqualTo(version.major() >= 15);
        assertThat(u.options()).isEqualTo(Map.of("fillfactor", "70"));
        assertThat(u.predicate()).isEqualTo(Reading.measured("(a > 0)"));
        Index expr = index(t, "expr");
        assertThat(expr.keys())
                .extracting(Index.Key::text)
                .containsExactly("lower(b)", "a", "((a + 1))");
        assertThat(expr.keys())
                .extracting(Index.Key::isExpression)
                .containsExactly(true, false, true);
        assertThat(expr.keys().getLast().statisticsTarget()).isEqualTo(500);
        assertThat(expr.keys().getLast().descending()).isTrue();
        assertThat(expr.keys().getFirst().operatorClass()).isNull();
        assertThat(index(t, "ident").replicaIdentity()).isTrue();
        assertThat(index(t, "ident").comment()).isEqualTo("who");
        assertThat(t.replicaIdentity()).isEqualTo(ReplicaIdentity.INDEX);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void constraintsComeApart(PostgresVersion version) {
        String setColumns = version.major() >= 15 ? "(b)" : "";
        Captured captured =
                Captured.of(
                        version,
                        """
                        CREATE TABLE p (a int, b int, UNIQUE (b, a) DEFERRABLE INITIALLY DEFERRED,
                                        PRIMARY KEY (a, b));
                        CREATE TABLE t (a int, b int,
                            CONSTRAINT c CHECK (a > b) NO INHERIT,
                            CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p (a, b) MATCH FULL
                                ON UPDATE CASCADE DEFERRABLE,
                            CONSTRAINT s FOREIGN KEY (a, b) REFERENCES p (b, a)
                                ON DELETE SET NULL %s,
                            CONSTRAINT x EXCLUDE USING gist
                                (box(point(a, b), point(b, a)) WITH &&));
                        ALTER TABLE t ADD CONSTRAINT late CHECK (b > 0) NOT VALID;
                        COMMENT ON CONSTRAINT late ON t IS 'soon';
                        """
                                .formatted(setColumns));

        Table p = captured.object(ObjectKind.TABLE, "p", Table.class);
        Table t = captured.object(ObjectKind.TABLE, "t", Table.class);
        assertThat(constraint(p, "p_b_a_key"))
                .returns(ConstraintKind.UNIQUE, Constraint::kind)
                .returns(List.of("b", "a"), Constraint::columns)
                .returns(Timing.INITIALLY_DEFERRED, Constraint::timing);
        assertThat(constraint(t, "c"))
                .returns(Reading.measured("(a > b)"), Constraint::expression)
                .returns(true, Constraint::noInherit);
        assertThat(constraint(t, "f"))
                .returns(Timing.INITIALLY_IMMEDIATE, Constraint::timing)
                .returns(
                        new Constraint.Reference(
                                new QualifiedName("public", "p"),
                                List.of("a", "b"),
                                true,
                                Action.CASCADE,
                                Action.NO_ACTION,
                                List.of()),
                        Constraint::references);
        assertThat(constraint(t, "s").references())
                .isEqualTo(
                        new Constraint.Reference(
                                new QualifiedName("public", "p"),
                                List.of("b", "a"),
                                false,
                                Action.NO_ACTION,
                                Action.SET_NULL,
                                version.major() >= 15 ? List.of("b") : List.of()));
        assertThat(constraint(t, "x").expression().known().orElseThrow())
                .startsWith("EXCLUDE USING gist (box(");
        assertThat(constraint(t, "late"))
                .returns(false, Constraint::validated)
                .returns("soon", Constraint::comment);
        assertThat(p.constraints().stream().filter(c -> c.kind() == ConstraintKind.NOT_NULL))
                .hasSize(version.major() >= 18 ? 2 : 0);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void tablesKeepStorageSecurityTriggersRulesAndStatistics(PostgresVersion version) {
        Captured captured = Captured.of(version, TABLES);

        Table t = captured.object(ObjectKind.TABLE, "t", Table.class);
        assertThat(t.storage())
                .isEqualTo(
                        new TableStorage(
                                true,
                                null,
                                null,
                                new TreeMap<>(Map.of("fillfactor", "70")),
                                new TreeMap<>(Map.of("autovacuum_enabled", "off"))));
        assertThat(t.replicaIdentity()).isEqualTo(ReplicaIdentity.FULL);
        assertThat(t.rowSecurity())
                .isEqualTo(
                        new RowSecurity(
                                true,
                                true,
                                List.of(
                                        new RowSecurity.Policy(
                                                "all_of",
                                                RowSecurity.Command.ALL,
                                                true,
                                                List.of(),
                                                Reading.measured("(a > 0)"),
                                                Reading.measured("(a > 1)"),
                                                null),
                                        new RowSecurity.Policy(
                                                "upd",
                                                RowSecurity.Command.UPDATE,
                                                false,
                                                List.of("postgres"),
                                                Reading.measured("true"),
                                                NONE,
                                                "ours"))));
        assertThat(t.triggers())
                .singleElement()
                .satisfies(trigger -> {
                    assertThat(trigger.firing()).isEqualTo(Firing.DISABLED);
                    assertThat(trigger.function()).isEqualTo(new QualifiedName("public", "g"));
                    assertThat(trigger.definition().known().orElseThrow())
                            .startsWith("CREATE TRIGGER tr BEFORE UPDATE OF b ON public.t");
                });
        assertThat(t.rules())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.firing()).isEqualTo(Firing.ALWAYS);
                    assertThat(rule.definition().known().orElseThrow())
                            .startsWith("CREATE RULE r")
                            .doesNotEndWith(";");
                });
        assertThat(t.statistics())
                .singleElement()
                .satisfies(statistics -> {
                    assertThat(statistics.kinds())
                            .containsExactly("expressions", "mcv", "ndistinct");
                    assertThat(statistics.columns()).containsExactly("a", "b");
                    assertThat(statistics.expressions())
                            .isEqualTo(Reading.measured(List.of("(a + 1)")));
                    assertThat(statistics.statisticsTarget()).isEqualTo(7);
                });
        assertThat(captured.object(ObjectKind.TABLE, "typed", Table.class).ofType())
                .isEqualTo(new QualifiedName("public", "kind"));
        assertThat(captured.schema().toString()).doesNotContain("gone");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void partitionsOfPartitionsKnowTheirPlaceAndTheirParentsIndexes(PostgresVersion version) {
        Captured captured =
                Captured.of(
                        version,
                        """
                        CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS
                            'BEGIN RETURN NULL; END';
                        CREATE TABLE root (a int, b int, c text, PRIMARY KEY (a, b))
                            PARTITION BY RANGE (a);
                        CREATE TABLE mid PARTITION OF root FOR VALUES FROM (0) TO (9)
                            PARTITION BY HASH (b);
                        CREATE TABLE leaf PARTITION OF mid
                            FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                        CREATE INDEX by_c ON root (c);
                        CREATE TRIGGER tr AFTER INSERT ON root FOR EACH ROW EXECUTE FUNCTION g();
                        """);

        Table mid = captured.object(ObjectKind.TABLE, "mid", Table.class);
        assertThat(mid.isPartition()).isTrue();
        assertThat(mid.partitioning()).isNotNull();
        assertThat(mid.inherits()).isEmpty();
        Table leaf = captured.object(ObjectKind.TABLE, "leaf", Table.class);
        assertThat(leaf.partitionOf())
                .isEqualTo(
                        new PartitionOf(
                                mid.name(),
                                Reading.measured("FOR VALUES WITH (modulus 2, remainder 0)")));
        assertThat(index(leaf, "leaf_c_idx").parent())
                .isEqualTo(new QualifiedName("public", "mid_c_idx"));
        assertThat(leaf.primaryKey().orElseThrow())
                .returns(false, Constraint::local)
                .returns(1, Constraint::parents);
        assertThat(leaf.triggers())
                .singleElement()
                .satisfies(trigger -> {
                    assertThat(trigger.inherited()).isTrue();
                    assertThat(trigger.name()).isEqualTo("tr");
                });
        assertThat(captured.object(ObjectKind.TABLE, "root", Table.class).triggers())
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.inherited()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void foreignTablesKeepNoSecret(PostgresVersion version) {
        Captured captured =
                Captured.of(
                        version,
                        """
                        CREATE FOREIGN DATA WRAPPER anything;
                        CREATE SERVER far FOREIGN DATA WRAPPER anything;
                        CREATE FOREIGN TABLE f (a int OPTIONS (column_name 'x', token 's3cret')
                                NOT NULL, CHECK (a > 0))
                            SERVER far OPTIONS (table_name 'a=b', password 's3cret');
                        """);

        Table f = captured.object(ObjectKind.FOREIGN_TABLE, "f", Table.class);
        Reading<String> kept = Reading.absent(Reason.NOT_CAPTURED);
        assertThat(f.foreign())
                .isEqualTo(
                        new ForeignSource(
                                "far",
                                new TreeMap<>(
                                        Map.of(
                                                "table_name",
                                                Reading.measured("a=b"),
                                                "password",
                                                kept))));
        assertThat(column(f, "a").attributes().foreignOptions())
                .isEqualTo(Map.of("column_name", Reading.measured("x"), "token", kept));
        assertThat(f.constraints()).isNotEmpty();
        assertThat(captured.schema().toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void viewsKeepOptionsDefaultsAndWhatTheyUse(PostgresVersion version) {
        Captured captured =
                Captured.of(
                        version,
                        """
                        CREATE TABLE t (a int, b text, unused int);
                        CREATE VIEW v WITH (security_barrier = true, check_option = local) AS
                            SELECT a, b FROM t WHERE a > 0;
                        ALTER VIEW v ALTER b SET DEFAULT 'x';
                        CREATE MATERIALIZED VIEW m WITH (fillfactor = 50) AS
                            SELECT v.a, v.b, count(*) AS n FROM v, t GROUP BY v.a, v.b
                            WITH NO DATA;
                        CREATE UNIQUE INDEX m_a ON m (a);
                        CREATE STATISTICS m_st ON a, b FROM m;
                        """);

        View v = captured.object(ObjectKind.VIEW, "v", View.class);
        assertThat(v.options())
                .isEqualTo(Map.of("security_barrier", "true", "check_option", "local"));
        assertThat(v.columns().getLast().defaultExpression())
                .isEqualTo(Reading.measured("'x'::text"));
        assertThat(v.uses())
                .containsExactly(
                        new View.Use(
                                CapturedShop.ref(ObjectKind.TABLE, "public", "t"),
                                List.of("a", "b")));
        View m = captured.object(ObjectKind.MATERIALIZED_VIEW, "m", View.class);
        assertThat(m.uses())
                .containsExactly(
                        new View.Use(CapturedShop.ref(ObjectKind.TABLE, "public", "t"), List.of()),
                        new View.Use(
                                CapturedShop.ref(ObjectKind.VIEW, "public", "v"),
                                List.of("a", "b")));
        View.Materialized materialized = Objects.requireNonNull(m.materialized());
        assertThat(materialized.populated()).isFalse();
        assertThat(materialized.storage().options()).isEqualTo(Map.of("fillfactor", "50"));
        assertThat(materialized.indexes()).extracting(Index::name).containsExactly("m_a");
        assertThat(materialized.statistics()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void sequencesKeepTheirParametersAndNotTheirState(PostgresVersion version) {
        Captured captured =
                Captured.of(
                        version,
                        """
                        CREATE SEQUENCE s AS smallint INCREMENT -2 MINVALUE -100 MAXVALUE 5 START 5
                            CACHE 3 CYCLE;
                        CREATE TABLE t (id serial,
                            i int GENERATED BY DEFAULT AS IDENTITY (START 7 INCREMENT 2));
                        GRANT USAGE ON SEQUENCE t_i_seq TO PUBLIC;
                        """);

        Sequence s = captured.object(ObjectKind.SEQUENCE, "s", Sequence.class);
        assertThat(s.parameters())
                .isEqualTo(new SequenceParameters("smallint", 5, -2, -100, 5, 3, true));
        Sequence serial = captured.object(ObjectKind.SEQUENCE, "t_id_seq", Sequence.class);
        assertThat(serial.ownedBy())
                .isEqualTo(new Sequence.OwnedBy(new QualifiedName("public", "t"), "id"));
        assertThat(serial.parameters()).isEqualTo(SequenceParameters.defaults("integer", 1));
        assertThat(serial.facts().dependsOn()).isEmpty();
        Column.Identity identity =
                Objects.requireNonNull(
                        column(captured.object(ObjectKind.TABLE, "t", Table.class), "i")
                                .identity());
        assertThat(identity.always()).isFalse();
        Column.IdentitySequence behind = Objects.requireNonNull(identity.sequence());
        assertThat(behind.parameters().start()).isEqualTo(7);
        assertThat(behind.grants()).contains(new Grant(null, "USAGE", false));
        captured.server().query(captured.database(), "SELECT nextval('s')");
        assertThat(Captured.of(captured.server(), captured.database()).schema())
                .isEqualTo(captured.schema());
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }

    private static Constraint constraint(Table table, String name) {
        return table.constraints().stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Index index(Table table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String indexes(String notDistinct) {
        return """
        CREATE EXTENSION pg_trgm;
        CREATE DOMAIN code AS varchar(9);
        CREATE TABLE t (a int, b text, c varchar(9), d code, e inet, j jsonb,
                        ts tsvector, arr int[]);
        CREATE INDEX simple ON t (a, b, c, d, arr);
        CREATE INDEX sorted ON t (a DESC, b NULLS FIRST, c DESC NULLS LAST);
        CREATE INDEX ops ON t (b text_pattern_ops, c COLLATE "C");
        CREATE INDEX inets ON t USING gist (e inet_ops);
        CREATE INDEX docs ON t USING gin (j jsonb_path_ops) WITH (fastupdate=off);
        CREATE INDEX words ON t USING gist (ts tsvector_ops (siglen = 100));
        CREATE INDEX trgm ON t USING gin (b gin_trgm_ops);
        CREATE UNIQUE INDEX u ON t (a) INCLUDE (b, c) %s WITH (fillfactor = 70)
            WHERE a > 0;
        CREATE INDEX expr ON t (lower(b), a, ((a + 1)) DESC);
        ALTER INDEX expr ALTER COLUMN 3 SET STATISTICS 500;
        ALTER TABLE t CLUSTER ON simple;
        ALTER TABLE t ALTER a SET NOT NULL;
        CREATE UNIQUE INDEX ident ON t (a);
        ALTER TABLE t REPLICA IDENTITY USING INDEX ident;
        COMMENT ON INDEX ident IS 'who';
        """
                .formatted(notDistinct);
    }
}
