package dev.dryrun.query.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StarColumns;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.query.QueryCheck;
import dev.dryrun.query.QuerySettings;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PatternDatabase.class)
record PatternsTest(PatternTester tester) {

    @Test
    void nothingIsSaidOfOrdinaryStatements() {
        List<StatementVerdict> verdicts =
                check(PatternTester.file("src/test/patterns/ordinary.sql"), QuerySettings.ALL);
        assertThat(verdicts).hasSizeGreaterThan(40);
        assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.errors()).isEmpty());
        assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.warnings()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT nope FROM customer, orders",
                "DELETE FROM nothing",
                "SELECT FROM WHERE",
            })
    void aStatementThatIsNotValidGetsItsErrorsAlone(String sql) {
        StatementVerdict verdict = check(sql, QuerySettings.ALL).getFirst();
        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.warnings()).isEmpty();
    }

    @Test
    void aDisabledRuleAndALessSevereOneSayNothing() {
        String sql = "DELETE FROM orders; SELECT id FROM orders; SELECT count(*) FROM log";
        assertThat(rules(sql, QuerySettings.ALL))
                .containsExactly("query/count_all", "query/dml_without_where", "query/unbounded");
        RuleId all = new RuleId("query/unbounded");
        assertThat(rules(sql, new QuerySettings(Set.of(all), null)))
                .containsExactly("query/count_all", "query/dml_without_where");
        assertThat(rules(sql, new QuerySettings(Set.of(), Severity.ERROR)))
                .containsExactly("query/dml_without_where");
    }

    @Test
    void warningsComeInTheOrderOfTheTextAndNoneTwice() {
        List<SqlWarning> warnings =
                check(
                                "SELECT * FROM customer c, orders o WHERE o.status = NULL AND"
                                        + " c.note LIKE '%x'",
                                QuerySettings.ALL)
                        .getFirst()
                        .warnings();
        assertThat(warnings.stream().map(warning -> warning.rule().text()).toList())
                .containsExactly(
                        "query/select_star",
                        "query/select_star",
                        "query/cartesian_join",
                        "query/equals_null",
                        "query/leading_wildcard");
    }

    @Test
    void aStarIsResolvedWhateverItsTable() {
        assertThat(
                        check("SELECT k.*, s.* FROM country k, setting s", QuerySettings.ALL)
                                .getFirst()
                                .stars())
                .containsExactly(
                        new StarColumns("k", List.of("code", "name", "area", "capital")),
                        new StarColumns("s", List.of("currency", "rate")));
        assertThat(
                        check(
                                        "SELECT * FROM country JOIN country_2 k USING (code)",
                                        QuerySettings.ALL)
                                .getFirst()
                                .stars())
                .containsExactly(
                        new StarColumns("country", List.of("code", "name", "area", "capital")),
                        new StarColumns("k", List.of("name")));
        assertThat(
                        check("CREATE TABLE made (a int); SELECT * FROM made", QuerySettings.ALL)
                                .getLast()
                                .stars())
                .isEmpty();
    }

    @Test
    void withoutStatisticsOnlyWhatMayBeWrongIsSaid() {
        try (CapturedDatabase fresh =
                        CapturedDatabase.of(
                                PostgresVersion.V18,
                                "CREATE TABLE t (a int, b text, c date, d int)");
                Catalog catalog = fresh.open()) {
            String sql =
                    "SELECT * FROM t; SELECT count(*) FROM t; SELECT a FROM t WHERE b LIKE '%x';"
                            + " SELECT a FROM t ORDER BY random() OFFSET 5000;"
                            + " SELECT x.a FROM t x, t y; DELETE FROM t;"
                            + " SELECT a FROM t WHERE a NOT IN (SELECT d FROM t WHERE b = NULL)";
            List<String> said =
                    new QueryCheck(PgQuery.load(), catalog)
                            .check(sql).stream()
                                    .flatMap(verdict -> verdict.warnings().stream())
                                    .map(warning -> warning.rule() + ": " + warning.message())
                                    .toList();
            assertThat(said)
                    .containsExactly(
                            "query/cartesian_join: nothing joins public.t (size not known) and"
                                    + " public.t (size not known), so each row of one meets each of"
                                    + " the other",
                            "query/dml_without_where: DELETE without WHERE deletes every row of"
                                    + " public.t (size not known)",
                            "query/not_in_nullable: NOT IN finds no row at all once one public.t.d"
                                    + " is null",
                            "query/equals_null: = NULL is never true, not even for a null");
        }
    }

    private TreeSet<String> rules(String sql, QuerySettings settings) {
        TreeSet<String> rules = new TreeSet<>();
        for (StatementVerdict verdict : check(sql, settings)) {
            verdict.warnings().forEach(warning -> rules.add(warning.rule().text()));
        }
        return rules;
    }

    private List<StatementVerdict> check(String sql, QuerySettings settings) {
        return new QueryCheck(PgQuery.load(), tester.catalog(), settings).check(sql);
    }
}
