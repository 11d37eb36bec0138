package dev.dryrun.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of table takes a row for a moment, whatever is there to refuse it.
final class EmptyTableTest {

    private static final String SCHEMA =
            """
            CREATE DOMAIN never AS int NOT NULL CHECK (value > 0);
            CREATE TYPE shape AS (a int, b text);
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'no'; END $$;
            CREATE TABLE base (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, d never,
                twice int GENERATED ALWAYS AS (id * 2) STORED);
            CREATE TABLE fk (id int NOT NULL REFERENCES base DEFERRABLE, n int NOT NULL CHECK (n
                > 5));
            CREATE VIEW over AS SELECT id, twice FROM base;
            CREATE TABLE guarded (id int);
            CREATE TRIGGER guard BEFORE INSERT ON guarded FOR EACH ROW EXECUTE FUNCTION refuse();
            CREATE TRIGGER late AFTER INSERT ON guarded FOR EACH STATEMENT EXECUTE FUNCTION
                refuse();
            ALTER TABLE guarded ENABLE ALWAYS TRIGGER guard;
            CREATE TABLE ruled (id int);
            CREATE RULE nothing AS ON INSERT TO ruled DO INSTEAD NOTHING;
            CREATE TABLE impossible (id int, CONSTRAINT never CHECK (false) NO INHERIT);
            CREATE TABLE secured (id int);
            ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
            ALTER TABLE secured FORCE ROW LEVEL SECURITY;
            CREATE TABLE parts (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY
                RANGE (at);
            CREATE TABLE part_a PARTITION OF parts FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE part_b PARTITION OF parts DEFAULT PARTITION BY LIST (id);
            CREATE TABLE part_b1 PARTITION OF part_b FOR VALUES IN (1, 2, 3);
            CREATE TABLE referring (id int, at date, FOREIGN KEY (id, at) REFERENCES parts);
            CREATE TABLE mother (a int NOT NULL CHECK (a > 1), b text);
            CREATE TABLE child (c int NOT NULL) INHERITS (mother);
            CREATE TABLE typed OF shape (a NOT NULL);
            CREATE TABLE columnless ();
            CREATE TABLE excluded (r int4range NOT NULL, EXCLUDE USING gist (r WITH &&));
            CREATE UNLOGGED TABLE unlogged (id int PRIMARY KEY);
            CREATE TABLE "odd ""name" ("Column " int NOT NULL);
            CREATE MATERIALIZED VIEW kept AS SELECT id FROM base;
            """;

    private static final String ROWS =
            """
            INSERT INTO base (d) SELECT g FROM generate_series(1, 3000) g;
            INSERT INTO fk SELECT g, g + 6 FROM generate_series(1, 3000) g;
            ALTER TABLE guarded DISABLE TRIGGER USER;
            INSERT INTO guarded SELECT g FROM generate_series(1, 3000) g;
            ALTER TABLE ruled DISABLE RULE nothing;
            INSERT INTO ruled SELECT g FROM generate_series(1, 3000) g;
            ALTER TABLE impossible DROP CONSTRAINT never;
            INSERT INTO impossible SELECT g FROM generate_series(1, 3000) g;
            INSERT INTO secured SELECT g FROM generate_series(1, 3000) g;
            INSERT INTO parts SELECT g % 3 + 1, date '2023-06-01' + g FROM generate_series(1,
                900) g;
            INSERT INTO referring SELECT id, at FROM parts;
            INSERT INTO mother SELECT g + 1 FROM generate_series(1, 3000) g;
            INSERT INTO child SELECT g + 1, 'x', g FROM generate_series(1, 3000) g;
            INSERT INTO typed SELECT g FROM generate_series(1, 3000) g;
            INSERT INTO columnless SELECT FROM generate_series(1, 3000) g;
            INSERT INTO excluded SELECT int4range(g, g + 1) FROM generate_series(1, 3000) g;
            INSERT INTO unlogged SELECT g FROM generate_series(1, 3000) g;
            INSERT INTO "odd ""name" SELECT g FROM generate_series(1, 3000) g;
            REFRESH MATERIALIZED VIEW kept;
            """;

    private static final String EXPECTED =
            """
            SELECT c.relname, c.reltuples, pg_relation_size(c.oid) / 8192 AS pages, c.relpages
            FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'm')
            ORDER BY c.relname
            """;

    /// All that makes the database what it is, but for what statistics are.
    private static final String CATALOGUE =
            """
            SELECT 'column', a.attrelid::regclass::text, to_jsonb(a) - 'attmissingval'
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'class', c.relname, to_jsonb(c) - ARRAY['relpages', 'reltuples', 'relallvisible',
                'relallfrozen', 'reloptions', 'relfrozenxid', 'relminmxid', 'relhasindex']
            FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'constraint', conname, to_jsonb(c) FROM pg_constraint c
            WHERE connamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'trigger', tgname, to_jsonb(t) FROM pg_trigger t
            UNION ALL
            SELECT 'rule', rulename, to_jsonb(r) FROM pg_rewrite r
            UNION ALL
            SELECT 'inherits', inhrelid::regclass::text, to_jsonb(i) FROM pg_inherits i
            UNION ALL
            SELECT 'cast', castsource::regtype::text, to_jsonb(c) FROM pg_cast c
            UNION ALL
            SELECT 'view', viewname, to_jsonb(v) FROM pg_views v WHERE schemaname = 'public'
            UNION ALL
            SELECT 'rows', relname, to_jsonb(n_live_tup) FROM pg_stat_user_tables
            WHERE schemaname = 'public'
            ORDER BY 1, 2, 3
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void everyEmptyTableIsGivenAPageAndNothingElseChanges(PostgresVersion version) {
        try (Clone clone = Clone.of(version, SCHEMA, ROWS, folder)) {
            List<List<@Nullable String>> before = clone.server().query(clone.database(), CATALOGUE);

            Applied applied = clone.apply(new ApplyOptions(Scale.AUTO, false));

            assertThat(applied.leftOut()).isEmpty();
            assertThat(applied.missing()).isEmpty();
            assertThat(clone.server().query(clone.database(), CATALOGUE)).isEqualTo(before);
            for (List<@Nullable String> table : clone.server().query(clone.database(), EXPECTED)) {
                assertThat(table.get(2)).as("%s", table).isEqualTo("1").isEqualTo(table.get(3));
                assertThat(Double.parseDouble(String.valueOf(table.get(1))))
                        .as("%s", table)
                        .isGreaterThan(200);
            }
            assertThat(
                            clone.server()
                                    .query(clone.database(), "SELECT count(*) FROM base")
                                    .getFirst())
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void whatIsNotThereIsListedAndTheRestApplied(PostgresVersion version) {
        String schema =
                "CREATE TABLE a (x int, y text); CREATE TABLE b (z int); CREATE INDEX i ON a (x)";
        String rows =
                "INSERT INTO a SELECT g, 'v' || g % 9 FROM generate_series(1, 3000) g;"
                        + "INSERT INTO b SELECT g FROM generate_series(1, 3000) g";
        try (Clone clone = Clone.of(version, schema, rows, folder)) {
            clone.server()
                    .execute(
                            clone.database(),
                            "DROP TABLE b; DROP INDEX i; ALTER TABLE a DROP x;"
                                    + " ALTER TABLE a ALTER y TYPE int USING 0");

            Applied applied = clone.apply(new ApplyOptions(Scale.AUTO, false));

            assertThat(applied.missing())
                    .containsExactly("public.a.x", "index i of public.a", "public.b");
            assertThat(applied.leftOut())
                    .extracting(Applied.LeftOut::object)
                    .containsExactly("public.a.y");
            assertThat(applied.leftOut().getFirst().reason()).contains("22P02");
            assertThat(applied.tables()).isEqualTo(1);
        }
    }
}
