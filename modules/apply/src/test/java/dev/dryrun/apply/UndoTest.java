package dev.dryrun.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ApplyException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UndoTest {

    private static final String SCHEMA =
            """
            CREATE TABLE t (a int, b text, c int[], r int4range) WITH (fillfactor = 90);
            CREATE TABLE tuned (a int) WITH (autovacuum_enabled = true, fillfactor = 70);
            CREATE INDEX t_lower ON t (lower(b));
            CREATE STATISTICS t_both ON a, b FROM t;
            CREATE STATISTICS t_sum ON (a + 1), b FROM t;
            CREATE TABLE empty (x int PRIMARY KEY);
            """;

    private static final String ROWS =
            """
            INSERT INTO t SELECT g % 40, 'b' || g % 7, ARRAY[g % 5, g], int4range(g, g + g % 9)
                FROM generate_series(1, 20000) g;
            INSERT INTO tuned SELECT g FROM generate_series(1, 9000) g;
            INSERT INTO empty SELECT g FROM generate_series(1, 9000) g;
            """;

    private static final String OWN_ROWS =
            """
            INSERT INTO t SELECT g % 3, 'own' || g % 2, ARRAY[g], int4range(g, g + 1)
                FROM generate_series(1, 500) g;
            INSERT INTO tuned SELECT g FROM generate_series(1, 30) g;
            """;

    private static final String STATISTICS =
            """
            SELECT 'column', starelid::regclass || '.' || staattnum,
                   ROW(s.*)::text FROM pg_statistic s
            JOIN pg_class c ON c.oid = starelid WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'extended', stxoid::text, ROW(d.*)::text FROM pg_statistic_ext_data d
            UNION ALL
            SELECT 'class', relname, ROW(c.*)::text FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'setting', setrole::text, ROW(s.*)::text FROM pg_db_role_setting s
            UNION ALL
            SELECT 'schema', nspname, ROW(n.*)::text FROM pg_namespace n WHERE nspname !~ 'temp'
            UNION ALL
            SELECT 'cast', castsource::regtype::text, ROW(c.*)::text FROM pg_cast c
            ORDER BY 1, 2, 3
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void undoPutsBackTheCataloguesAsTheyWere(PostgresVersion version) {
        try (Clone clone = Clone.of(version, SCHEMA, ROWS, folder)) {
            clone.server().execute(clone.database(), OWN_ROWS);
            clone.server().execute(clone.database(), "ANALYZE");
            String alter = "ALTER DATABASE " + clone.database() + " SET ";
            clone.server().execute("postgres", alter + "work_mem = '3MB'");
            clone.server().execute("postgres", alter + "random_page_cost = 3");
            List<List<@Nullable String>> before = statistics(clone);

            Applied first = clone.apply(new ApplyOptions(Scale.ROWS, true));
            List<List<@Nullable String>> between = statistics(clone);
            clone.apply(new ApplyOptions(Scale.PAGES, true));
            Undone undone = clone.undo("postgres");

            assertThat(first.settings())
                    .extracting(Applied.Setting::name)
                    .contains("random_page_cost", "work_mem");
            assertThat(between).isNotEqualTo(before);
            assertThat(different(before, statistics(clone))).isEmpty();
            assertThat(undone.tables()).isEqualTo(5);
            assertThatThrownBy(() -> clone.undo("postgres"))
                    .isInstanceOfSatisfying(
                            ApplyException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNDO_MISSING));
        }
    }

    @Test
    void since18TheOwnerAppliesAndUndoes() {
        try (Clone clone = Clone.of(PostgresVersion.V18, SCHEMA, ROWS, folder)) {
            clone.server().execute(clone.database(), OWN_ROWS);
            clone.server().execute(clone.database(), "ANALYZE");
            clone.server()
                    .execute(
                            clone.database(),
                            "CREATE ROLE dev LOGIN; ALTER DATABASE "
                                    + clone.database()
                                    + " OWNER TO dev; ALTER TABLE t OWNER TO dev;"
                                    + " ALTER TABLE tuned OWNER TO dev;"
                                    + " ALTER TABLE empty OWNER TO dev");
            List<List<@Nullable String>> before = statistics(clone);

            Applied applied = clone.apply("dev", new ApplyOptions(Scale.AUTO, true));
            clone.undo("dev");

            assertThat(applied.leftOut())
                    .extracting(Applied.LeftOut::object)
                    .containsExactly("statistics public.t_both", "statistics public.t_sum");
            assertThat(applied.pagesMade()).isEqualTo(1);
            assertThat(different(before, statistics(clone))).isEmpty();
        }
    }

    @Test
    void before18OnlyASuperuserMayApply() {
        try (Clone clone = Clone.of(PostgresVersion.V14, SCHEMA, ROWS, folder)) {
            clone.server().execute("postgres", "CREATE ROLE dev LOGIN");

            assertThatThrownBy(() -> clone.apply("dev", new ApplyOptions(Scale.AUTO, false)))
                    .isInstanceOfSatisfying(
                            ApplyException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.ROLE_UNPRIVILEGED))
                    .hasMessageContaining("superuser");
        }
    }

    private static List<List<@Nullable String>> different(
            List<List<@Nullable String>> before, List<List<@Nullable String>> after) {
        return Stream.concat(
                        before.stream().filter(row -> !after.contains(row)),
                        after.stream().filter(row -> !before.contains(row)))
                .toList();
    }

    private static List<List<@Nullable String>> statistics(Clone clone) {
        return clone.server().query(clone.database(), STATISTICS);
    }
}
