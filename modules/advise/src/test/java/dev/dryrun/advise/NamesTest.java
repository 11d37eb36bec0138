package dev.dryrun.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Advice;
import dev.dryrun.model.Severity;
import dev.dryrun.query.QuerySettings;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The database has a path of its own: names mean to `advise` what they mean to the server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NamesTest {

    private static final String SCHEMA =
            """
            CREATE SCHEMA app;
            CREATE SCHEMA tenant;
            CREATE SCHEMA other;
            CREATE TABLE app.big AS SELECT i AS a, i AS b FROM generate_series(1, 20000) i;
            CREATE TABLE public.big AS SELECT i AS a FROM generate_series(1, 5) i;
            CREATE TABLE tenant.lonely AS SELECT i AS a FROM generate_series(1, 20000) i;
            CREATE TABLE tenant.twin AS SELECT i AS a FROM generate_series(1, 20000) i;
            CREATE TABLE other.twin AS SELECT i AS a FROM generate_series(1, 20000) i;
            DO $$
            BEGIN
                EXECUTE format('ALTER DATABASE %I SET search_path = app', current_database());
            END
            $$;
            """;

    private CapturedDatabase captured;
    private Catalog catalog;

    @BeforeAll
    void capture() {
        captured = CapturedDatabase.of(PostgresVersion.V18, SCHEMA);
        captured.execute("VACUUM ANALYZE");
        captured.capture();
        catalog = captured.open();
    }

    @AfterAll
    void remove() {
        catalog.close();
        captured.close();
    }

    @Test
    void aNameAloneIsLookedForWhereTheDatabaseSays() {
        assertThat(tablesOf("SELECT * FROM big WHERE a = 5")).containsExactly("app.big");
        assertThat(tablesOf("SELECT * FROM public.big WHERE a = 5")).isEmpty();
        assertThat(tablesOf("SELECT * FROM lonely WHERE a = 5")).isEmpty();
        assertThat(tablesOf("SELECT * FROM tenant.lonely WHERE a = 5"))
                .containsExactly("tenant.lonely");
    }

    @Test
    void aTextMaySetThePath() {
        assertThat(tablesOf("SET search_path = tenant; SELECT * FROM lonely WHERE a = 5"))
                .containsExactly("tenant.lonely");
    }

    @Test
    void whatTheTextMadeItselfGetsNoAdvice() {
        assertThat(tablesOf("CREATE INDEX ON big (a); SELECT * FROM big WHERE a = 5")).isEmpty();
    }

    @Test
    void aNameInAPlanIsLookedForInThePathFirstAndThenEverywhere() {
        assertThat(tablesOfPlan(scan("big"))).containsExactly("app.big");
        assertThat(tablesOfPlan(scan("lonely"))).containsExactly("tenant.lonely");
        assertThat(tablesOfPlan(scan("twin"))).isEmpty();
        assertThat(tablesOfPlan(scan("other.twin"))).containsExactly("other.twin");
    }

    @ParameterizedTest
    @ValueSource(strings = {":wanted", ":'wanted'", "@wanted", "?", "%s", "%(wanted)s"})
    void placeholdersAreValuesThatAreNotKnown(String placeholder) {
        List<Advice> advice =
                Advisers.ofQuery(catalog, "SELECT a, b FROM big WHERE a = " + placeholder);

        assertThat(advice).hasSize(1);
        assertThat(advice.getFirst().ddl()).endsWith("ON app.big (a);");
    }

    @Test
    void aStatementThatDoesNotParseSilencesNoOther() {
        assertThat(tablesOf("SELECT FROM WHERE; SELECT * FROM big WHERE a = 5"))
                .containsExactly("app.big");
    }

    @Test
    void whatIsNotWantedIsNotSaid() {
        String sql = "SELECT * FROM big WHERE a = 5";
        QuerySettings without = new QuerySettings(Set.of(AdviceRules.INDEX_MISSING), null);
        QuerySettings graver = new QuerySettings(Set.of(), Severity.ERROR);
        QuerySettings same = new QuerySettings(Set.of(AdviceRules.CTE), Severity.WARNING);

        assertThat(Advisers.ofQuery(catalog, sql, without)).isEmpty();
        assertThat(Advisers.ofQuery(catalog, sql, graver)).isEmpty();
        assertThat(Advisers.ofQuery(catalog, sql, same)).hasSize(1);
    }

    private static String scan(String table) {
        return """
        Seq Scan on %s  (cost=0.00..1.00 rows=1 width=4) (actual rows=1 loops=1)
          Filter: (a = 1)
          Rows Removed by Filter: 19999
        """
                .formatted(table);
    }

    private List<String> tablesOf(String sql) {
        return tables(Advisers.ofQuery(catalog, sql));
    }

    private List<String> tablesOfPlan(String plan) {
        return tables(Advisers.ofPlan(catalog, plan));
    }

    private static List<String> tables(List<Advice> advice) {
        return advice.stream().map(it -> String.valueOf(it.table())).toList();
    }
}
