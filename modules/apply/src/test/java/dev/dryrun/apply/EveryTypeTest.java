package dev.dryrun.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written reads back as it was captured, and is to the catalogue what `ANALYZE` wrote.
final class EveryTypeTest {

    private static final String SCHEMA =
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE DOMAIN code AS text NOT NULL CHECK (value ~ '^[A-Z]');
            CREATE DOMAIN codes AS code[];
            CREATE TYPE pair AS (a int, b text);
            CREATE TYPE floats AS RANGE (subtype = float8, subtype_diff = float8mi);
            CREATE TABLE numbers (
                i2 int2, i4 int4, i8 int8, f4 float4, f8 float8, n numeric(12, 3), m money, o oid,
                b bool, one int4, none int4, key int4 PRIMARY KEY, s serial);
            CREATE TABLE texts (
                t text, c text COLLATE "C", v varchar(20), p char(5), x "char", nm name, bin bytea,
                e mood, d code, q text);
            CREATE TABLE times (
                d date, t time, tz timetz, ts timestamp, tsz timestamptz, i interval);
            CREATE TABLE nets (
                u uuid, i inet, c cidr, m macaddr, m8 macaddr8, b bit(8), vb varbit(12), l pg_lsn,
                r regclass);
            CREATE TABLE shapes (p point, bx box, j json, jb jsonb, x xml);
            CREATE TABLE arrays (
                i int[], t text[], c codes, e mood[], n numeric[], u uuid[], ts tsvector,
                tq tsquery, r int4range[]);
            CREATE TABLE ranges (
                i4 int4range, n numrange, d daterange, ts tsrange, f floats, i4m int4multirange,
                e int4range);
            CREATE TABLE composites (c pair, k int);
            CREATE TABLE events (id int, at date, kind text, PRIMARY KEY (id, at))
                PARTITION BY RANGE (at);
            CREATE TABLE events_a PARTITION OF events FOR VALUES FROM ('2020-01-01') TO
                ('2021-01-01');
            CREATE TABLE events_b PARTITION OF events DEFAULT;
            CREATE TABLE parent (a int, b text);
            CREATE TABLE child (c int) INHERITS (parent);
            CREATE INDEX texts_lower ON texts (lower(t), (q || 'x'));
            CREATE INDEX texts_words ON texts USING gin (to_tsvector('english', q));
            CREATE INDEX numbers_part ON numbers (i4) WHERE i8 > 100;
            CREATE INDEX numbers_sum ON numbers ((i4 + i8), abs(f8));
            CREATE MATERIALIZED VIEW summed AS SELECT i4, count(*) AS n FROM numbers GROUP BY i4;
            """;

    private static final String ROWS =
            """
            INSERT INTO numbers SELECT g % 50, g % 3000, g, g / 7.0, sqrt(g), g / 3.0, g % 100, g
                % 9,
                g % 3 = 0, 1, NULL, g FROM generate_series(1, 5000) g;
            INSERT INTO texts SELECT md5((g % 900)::text), chr(65 + g % 26) || g, 'v"\\,{}' || g
                % 40,
                'p' || g % 99, chr(97 + g % 20)::"char", ('n' || g % 200)::name,
                decode(md5((g % 77)::text), 'hex'), (ARRAY['sad', 'ok', 'happy'])[1 + g % 3]::mood,
                chr(65 + g % 20) || g, CASE WHEN g % 5 > 0 THEN 'some words ' || g % 30 END
                FROM generate_series(1, 5000) g;
            INSERT INTO times SELECT date '2020-01-01' + g % 700, time '00:00' + g * interval '7 s',
                timetz '00:00+02' + g % 80 * interval '11 s', timestamp '2020-01-01' + g *
                    interval '1 h',
                timestamptz '2020-01-01 00:00+00' + g * interval '61 s', g % 90 * interval
                    '1 day 3 h'
                FROM generate_series(1, 5000) g;
            INSERT INTO nets SELECT md5((g % 400)::text)::uuid, inet '10.0.0.0' + g % 700,
                (inet '10.0.0.0' + g)::cidr, ('08:00:2b:01:02:' || to_hex(g % 200 + 16))::macaddr,
                ('08:00:2b:01:02:03:04:' || to_hex(g % 200 + 16))::macaddr8, (g % 256)::bit(8),
                (g % 256)::bit(8)::varbit, ('0/' || to_hex(g))::pg_lsn, 'pg_class'::regclass
                FROM generate_series(1, 5000) g;
            INSERT INTO shapes SELECT point(g, g), box(point(g, g), point(0, 0)), '{}', '{"a": 1}',
                '<a/>' FROM generate_series(1, 500) g;
            INSERT INTO arrays SELECT ARRAY[g % 10, g % 7, g], ARRAY['a' || g % 5, 'b "c"', NULL],
                ARRAY['A' || g % 50], ARRAY['sad', 'happy']::mood[], ARRAY[g / 3.0],
                ARRAY[md5((g % 9)::text)::uuid], to_tsvector('english', 'word' || g % 60 ||
                    ' of text'),
                'a & b'::tsquery, ARRAY[int4range(g, g + 5)] FROM generate_series(1, 3000) g;
            INSERT INTO ranges SELECT int4range(g, g + g % 50), numrange(g, g + 1.5),
                daterange(date '2020-01-01' + g % 300, NULL), tsrange(NULL, timestamp '2020-01-01'),
                floats(g, g + 0.5), int4multirange(int4range(g, g + 2), int4range(g + 5, g + 9)),
                    'empty'
                FROM generate_series(1, 3000) g;
            INSERT INTO composites SELECT ROW(g % 9, 'x' || g % 4)::pair, g
                FROM generate_series(1, 1000) g;
            INSERT INTO events SELECT g, date '2020-01-01' + g % 900, 'k' || g % 6
                FROM generate_series(1, 4000) g;
            INSERT INTO parent SELECT g, 'p' || g % 10 FROM generate_series(1, 1000) g;
            INSERT INTO child SELECT g, 'c' || g % 20, g FROM generate_series(1, 2000) g;
            REFRESH MATERIALIZED VIEW summed;
            """;

    /// Less what this version does not show, and so nothing captured.
    private static final String SHOWN =
            "SELECT tablename, attname, to_jsonb(s) - 'most_common_vals' - 'histogram_bounds'"
                    + " - 'most_common_elems',"
                    + " s.most_common_vals::text, s.histogram_bounds::text,"
                    + " s.most_common_elems::text FROM pg_stats s"
                    + " WHERE schemaname = 'public'"
                    + " AND NOT (tablename = 'ranges' AND attname = 'e')"
                    + " AND attname NOT IN ('j', 'jb')"
                    + " ORDER BY tablename, attname, inherited";

    private static final String ROWS_KEPT =
            """
            SELECT s.starelid::regclass, a.attname, s.stainherit, s.stanullfrac, s.stawidth,
                   s.stadistinct,
                   (SELECT string_agg(x::text, ' ') FROM unnest(ARRAY[stakind1, stakind2,
                       stakind3, stakind4, stakind5]) x),
                   (SELECT string_agg(x::regoperator::text, ' ') FROM unnest(ARRAY[staop1,
                       staop2, staop3, staop4, staop5]) x),
                   (SELECT string_agg(x::text, ' ') FROM unnest(ARRAY[stacoll1, stacoll2,
                       stacoll3, stacoll4, stacoll5]) x),
                   stanumbers1, stanumbers2, stanumbers3, stanumbers4, stanumbers5,
                   stavalues1, stavalues2, stavalues3, stavalues4, stavalues5
            FROM pg_statistic s
            JOIN pg_class c ON c.oid = s.starelid
            JOIN pg_attribute a ON a.attrelid = s.starelid AND a.attnum = s.staattnum
            WHERE c.relnamespace = 'public'::regnamespace AND a.attname NOT IN ('j', 'jb')
              AND NOT (c.relname = 'ranges' AND a.attname = ANY (@hidden@))
            ORDER BY 1, 2, 3
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void whatIsWrittenReadsBackAsItWasCaptured(PostgresVersion version) {
        try (Clone clone = Clone.of(version, SCHEMA, ROWS, folder)) {
            Applied applied = clone.apply(new ApplyOptions(Scale.AUTO, false));

            assertThat(applied.missing()).isEmpty();
            assertThat(applied.leftOut())
                    .extracting(Applied.LeftOut::object)
                    .isEqualTo(version.major() < 18 ? List.of() : List.of("public.ranges.e"));
            assertThat(rows(clone.production(), clone.source(), SHOWN)).hasSizeGreaterThan(80);
            assertThat(different(clone, SHOWN)).isEmpty();
            String kept =
                    ROWS_KEPT.replace(
                            "@hidden@", version.major() < 17 ? "'{i4,n,d,ts,f,i4m,e}'" : "'{e}'");
            assertThat(rows(clone.production(), clone.source(), kept)).hasSizeGreaterThan(70);
            assertThat(different(clone, kept)).isEmpty();
        }
    }

    /// {@return the rows that the development database has otherwise, each beside production's,
    /// where they differ}
    private static List<String> different(Clone clone, String sql) {
        List<List<@Nullable String>> here = rows(clone.server(), clone.database(), sql);
        List<List<@Nullable String>> there = rows(clone.production(), clone.source(), sql);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            String mine = i < here.size() ? here.get(i).toString() : "none";
            String other = i < there.size() ? there.get(i).toString() : "none";
            if (!mine.equals(other)) {
                int at = 0;
                while (at < Math.min(mine.length(), other.length())
                        && mine.charAt(at) == other.charAt(at)) {
                    at++;
                }
                different.add(
                        mine.substring(0, Math.min(60, mine.length()))
                                + " … "
                                + part(mine, at)
                                + " | "
                                + part(other, at));
            }
        }
        return different;
    }

    private static String part(String text, int at) {
        return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 60));
    }

    private static List<List<@Nullable String>> rows(
            PostgresServer server, String database, String sql) {
        return server.query(database, sql);
    }
}
