package dev.dryrun.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.CapturedQuery;
import dev.dryrun.model.QueryCounters;
import dev.dryrun.model.QueryMember;
import dev.dryrun.model.QueryStatistics;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.pgquery.PgQuery;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryMaskerTest {

    private static final PgQuery PARSER = PgQuery.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'canary'",
                "SELECT $$canary$$ FROM t WHERE a = E'canary\\n' AND b = U&'canary'",
                "SELECT /* canary */ 1 -- canary",
                "-- canary\nSELECT a FROM t /* a /* canary */ b */ WHERE a > $1",
                "INSERT INTO t (a) VALUES ('canary'), ('canary')",
                "UPDATE t SET a = 'canary' WHERE b = $1 AND c LIKE 'canary%'",
                "SELECT interval 'canary', date 'canary', b'01', x'ff', 'canary'::text",
                "SELECT * FROM json_table('{}', '$.canary' COLUMNS (a int PATH '$.canary'))",
                "CREATE ROLE r PASSWORD 'canary'",
                "COMMENT ON TABLE t IS 'canary'",
                "DO $$ BEGIN RAISE NOTICE 'canary'; END $$",
                "SELECT canary FROM",
                "SELECT 1; SELECT 'canary'",
                "COPY t FROM '/canary'",
                "DECLARE c CURSOR FOR SELECT 'canary'",
                "CREATE TABLE x AS SELECT 'canary' AS a",
            })
    void noValueSurvives(String sql) {
        QueryMasker masker = new QueryMasker(() -> PARSER);
        masker.add(query(1, sql));

        assertThat(masker.queries().stream().map(Masked::document).toList().toString())
                .doesNotContain("canary");
    }

    @Test
    void withoutAStatementNoParserIsLoaded() {
        QueryMasker masker =
                new QueryMasker(() -> {
                    throw new AssertionError("loaded");
                });

        assertThat(masker.queries()).isEmpty();
        assertThatThrownBy(() -> masker.add(query(1, "SELECT 1"))).hasMessage("loaded");
    }

    @Test
    void statementsThatDifferInConstantsOnlyAreOneQuery() {
        QueryMasker masker = new QueryMasker(() -> PARSER);
        masker.add(query(2, "SELECT  a FROM t WHERE b = 5 -- from here"));
        masker.add(query(1, "select a from t where b = $1"));
        masker.add(query(3, "SELECT a FROM u"));
        masker.add(query(4, "VACUUM t"));

        List<QueryStatistics> queries = masker.queries().stream().map(Masked::document).toList();
        assertThat(queries)
                .extracting(QueryStatistics::text)
                .containsExactlyInAnyOrder("SELECT a FROM t WHERE b = $1", "SELECT a FROM u");
        QueryStatistics both =
                queries.stream()
                        .filter(query -> query.members().size() == 2)
                        .findFirst()
                        .orElseThrow();
        assertThat(both.members()).extracting(QueryMember::queryid).containsExactly(1L, 2L);
        assertThat(both.fingerprint()).matches("[0-9a-f]{16}");
        assertThat(both.total().calls()).isEqualTo(4);
        assertThat(both.total().totalTimeMs()).isEqualTo(20);
        assertThat(masker.mask(info()).document().droppedRows()).isEqualTo(3 + 1);
    }

    @Test
    void aRawStatementDoesNotSayItsText() {
        assertThat(query(1, "SELECT 'canary'").toString()).doesNotContain("canary");
    }

    private static CapturedQuery query(long id, String sql) {
        Reading<Double> none = Reading.absent(Reason.NONE_KEPT);
        return new CapturedQuery(
                sql,
                new QueryMember(id, new QueryCounters(2, 10, 1, 1, 1, 1, 1, 1, 1, 1, none, none)));
    }

    private static QueryStatisticsInfo info() {
        return new QueryStatisticsInfo(
                Reading.measured("1.12"),
                new TreeMap<>(),
                Reading.measured(4L),
                0,
                3,
                500,
                Reading.absent(Reason.NONE_KEPT),
                Reading.absent(Reason.NONE_KEPT),
                Reading.absent(Reason.NONE_KEPT),
                Reading.absent(Reason.NONE_KEPT));
    }
}
