package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.PsqlScript;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The database has a path of its own, and a role has another.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchPathTest {

    private static final String SCHEMA =
            """
            CREATE SCHEMA app;
            CREATE SCHEMA "Odd, one";
            CREATE SCHEMA reports;
            CREATE SCHEMA hidden;
            CREATE TABLE app.sale (id bigint PRIMARY KEY, total numeric);
            CREATE TABLE public.sale (id bigint PRIMARY KEY, other text);
            CREATE TABLE "Odd, one".odd (id bigint);
            CREATE TYPE "Odd, one".colour AS ENUM ('red');
            CREATE TABLE reports.monthly (id bigint);
            CREATE TABLE hidden.secret (id bigint);
            DO $$
            BEGIN
                EXECUTE format('ALTER DATABASE %I SET search_path = app, "Odd, one"',
                               current_database());
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'search_path_reporter') THEN
                    CREATE ROLE search_path_reporter;
                END IF;
                EXECUTE format('ALTER ROLE search_path_reporter IN DATABASE %I'
                               ' SET search_path = reports', current_database());
            END
            $$;
            """;

    private CapturedDatabase captured;
    private Catalog catalog;
    private QueryCheck check;

    @BeforeAll
    void capture() {
        captured = CapturedDatabase.of(PostgresVersion.V18, SCHEMA);
        catalog = captured.open();
        check = new QueryCheck(PgQuery.load(), catalog);
    }

    @AfterAll
    void remove() {
        catalog.close();
        captured.close();
    }

    @Test
    void namesAreLookedForWhereTheDatabaseSays() {
        assertThat(valid("SELECT total FROM sale")).containsExactly(true);
        assertThat(valid("SELECT other FROM sale")).containsExactly(false);
        assertThat(valid("SELECT other FROM public.sale")).containsExactly(true);
        assertThat(valid("SELECT id, 'red'::colour FROM odd")).containsExactly(true);
        assertThat(valid("SELECT id FROM secret")).containsExactly(false);
    }

    @Test
    void aNameAloneStandsForWhatANewSessionWouldFind() {
        assertThat(found("sale")).isEqualTo("app.sale");
        assertThat(found("odd")).isEqualTo("Odd, one.odd");
        assertThat(found("secret")).isEmpty();
        assertThat(found("monthly")).isEmpty();
        assertThat(found("pg_class")).isEmpty();
    }

    @Test
    void aStatementThatWasReadSaysWhichRelationsItNames() {
        assertThat(read("WITH odd AS (SELECT 1) SELECT * FROM odd, sale s, public.sale, secret"))
                .containsExactly("", "app.sale", "public.sale", "");
        assertThat(read("SET search_path = hidden; UPDATE secret SET id = :id"))
                .containsExactly("hidden.secret");
        assertThat(read("ALTER TABLE sale ADD x int; DELETE FROM sale USING odd"))
                .containsExactly("", "", "Odd, one.odd");
        assertThat(read("SELECT FROM WHERE")).isEmpty();
    }

    private String found(String name) {
        return check.relation(name).map(it -> it.name().display()).orElse("");
    }

    private List<String> read(String sql) {
        List<String> names = new ArrayList<>();
        for (ReadStatement statement : check.read(PsqlScript.of(sql))) {
            Node tree = statement.tree();
            List<RangeVar> ranges = tree == null ? List.of() : tree.find(RangeVar.class);
            ranges.forEach(range ->
                    names.add(statement.relation(range).map(it -> it.name().display()).orElse("")));
        }
        return names;
    }

    @Test
    void whereSomeRolesPathReachesNothingIsRefused() {
        assertThat(valid("SELECT anything FROM monthly")).containsExactly(true);
        assertThat(valid("SET search_path = app; SELECT 1 FROM monthly"))
                .containsExactly(true, false);
    }

    @Test
    void aTextMaySetThePath() {
        assertThat(valid("SET search_path TO public; SELECT other FROM sale; SELECT 1 FROM odd"))
                .containsExactly(true, true, false);
        assertThat(valid("SELECT set_config('search_path', '', false); SELECT id FROM sale"))
                .containsExactly(true, false);
        assertThat(valid("SET search_path = 'Odd, one'; SELECT id FROM odd; SELECT 1 FROM sale"))
                .containsExactly(true, true, false);
        assertThat(valid("SET search_path = hidden; RESET search_path; SELECT total FROM sale"))
                .containsExactly(true, true, true);
        assertThat(valid("SELECT set_config('search_path', $1, false); SELECT 1 FROM secret"))
                .containsExactly(true, true);
    }

    @Test
    void atTheEndOfATransactionThePathIsWhatItWas() {
        assertThat(
                        valid(
                                "BEGIN; SET LOCAL search_path = hidden; SELECT id FROM secret;"
                                        + " COMMIT; SELECT total FROM sale; SELECT 1 FROM secret"))
                .containsExactly(true, true, true, true, true, false);
        assertThat(
                        valid(
                                "BEGIN; SET search_path = hidden; SELECT id FROM secret;"
                                        + " ROLLBACK; SELECT total FROM sale"))
                .containsExactly(true, true, true, true, true);
        assertThat(valid("BEGIN; SET search_path = hidden; COMMIT; SELECT id FROM secret"))
                .containsExactly(true, true, true, true);
    }

    private List<Boolean> valid(String sql) {
        return check.check(sql).stream().map(StatementVerdict::valid).toList();
    }
}
