package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Certainty;
import dev.dryrun.model.SqlCorrection;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlFix;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.PsqlScript;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueryCheckTest {

    private CapturedDatabase captured;
    private Catalog catalog;
    private QueryCheck check;

    @BeforeAll
    void capture() throws IOException {
        Path schema = Path.of(System.getProperty("basedir", "."), "src/test/oracle", "schema.sql");
        captured = CapturedDatabase.of(PostgresVersion.V18, Files.readString(schema));
        catalog = captured.open();
        check = new QueryCheck(PgQuery.load(), catalog);
    }

    @AfterAll
    void remove() {
        catalog.close();
        captured.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ";", "-- nothing", "/* nothing */ ;;"})
    void aTextWithoutStatementsHasNoVerdicts(String sql) {
        assertThat(check.check(sql)).isEmpty();
    }

    @Test
    void eachStatementHasItsVerdictAndPlacesCountFromTheBeginningOfTheText() {
        List<StatementVerdict> verdicts =
                check.check("SELECT 'ü😀';\nSELECT 1 FROM nothing;\nSELECT o.nope FROM orders o");

        assertThat(verdicts.stream().map(StatementVerdict::valid).toList())
                .containsExactly(true, false, false);
        assertThat(verdicts.get(1).errors().getFirst().place()).isEqualTo(new SqlPlace(28, 2, 15));
        assertThat(verdicts.get(2).errors().getFirst().place()).isEqualTo(new SqlPlace(44, 3, 8));
    }

    @Test
    void aStatementThatDoesNotParseLeavesTheOthersTheirVerdicts() {
        List<StatementVerdict> verdicts =
                check.check("SELECT 'ü';\nSELEC 1;\nSELECT 1 FROM nothing;\nSELECT 1");

        assertThat(verdicts.stream().map(StatementVerdict::valid).toList())
                .containsExactly(true, false, false, true);
        SqlError syntax = verdicts.get(1).errors().getFirst();
        assertThat(syntax.sqlstate()).isEqualTo("42601");
        assertThat(syntax.message()).isEqualTo("syntax error at or near \"SELEC\"");
        assertThat(syntax.place()).isEqualTo(new SqlPlace(13, 2, 1));
        assertThat(verdicts.get(2).errors().getFirst().place()).isEqualTo(new SqlPlace(36, 3, 15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM orders WHERE id = :id",
                "SELECT id FROM orders WHERE id = @id AND total > @least",
                "SELECT id FROM orders WHERE id = ? LIMIT ? OFFSET ?",
                "SELECT id FROM orders WHERE id=%s AND total = %(total)s",
                "SELECT id FROM orders WHERE id = $1",
                "INSERT INTO orders (id, total) VALUES (?, :total)",
            })
    void placeholdersOfClientsAreParameters(String sql) {
        assertThat(check.check(sql)).singleElement().matches(StatementVerdict::valid);
    }

    @Test
    void errorsBesidePlaceholdersHaveThePlacesOfTheText() {
        List<StatementVerdict> verdicts =
                check.check(
                        "SELECT 1;\nSELECT nope FROM orders WHERE id = ? AND :x = 1 AND no = ?");

        assertThat(verdicts.get(1).errors().stream().map(SqlError::message).toList())
                .containsExactly("column \"nope\" does not exist", "column \"no\" does not exist");
        assertThat(verdicts.get(1).errors().getFirst().place()).isEqualTo(new SqlPlace(18, 2, 8));
        assertThat(verdicts.get(1).errors().getLast().place()).isEqualTo(new SqlPlace(63, 2, 53));
        assertThat(only("SELECT id FROM orders WHERE id = ? AND AND").message())
                .isEqualTo("syntax error at or near \"AND\"");
        assertThat(only("SELECT id FROM orders WHERE id = ? AND AND").place())
                .isEqualTo(new SqlPlace(40, 1, 40));
    }

    @Test
    void whatPsqlStepsOverIsSteppedOver() {
        PsqlScript script =
                PsqlScript.of(
                        "\\restrict x\nCOPY orders FROM stdin;\n1\tit's\n\\.\n\n"
                                + "SELECT 1 FROM nothing;");

        List<StatementVerdict> verdicts = check.check(script);

        assertThat(verdicts.stream().map(StatementVerdict::valid).toList())
                .containsExactly(true, false);
        assertThat(verdicts.getLast().errors().getFirst().place())
                .isEqualTo(new SqlPlace(62, 6, 15));
        assertThat(check.check(PsqlScript.of("\\i more.sql\nSELECT 1 FROM nothing")))
                .allMatch(StatementVerdict::valid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DO $$ BEGIN ALTER TABLE orders ADD added int; END $$; SELECT added FROM orders",
                "DO $$ BEGIN CREATE TABLE made (); END $$; SELECT 1 FROM made",
                "CALL whatever(); SELECT added FROM orders",
            })
    void afterCodeThatWasNotLookedAtNothingIsRefusedForIt(String sql) {
        assertThat(check.check(sql).getLast().valid()).isTrue();
    }

    @Test
    void aBlockThatChangesNothingLeavesWhatIsThere() {
        assertThat(check.check("DO $$ BEGIN NULL; END $$; SELECT nope FROM orders").getLast())
                .matches(verdict -> !verdict.valid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM ordes                          | SELECT * FROM orders",
                "SELECT * FROM ORDES                          | SELECT * FROM ORDERS",
                "SELECT 1 FROM /* x */ public.ordes | SELECT 1 FROM /* x */ public.orders",
                "SELECT totl FROM orders WHERE id = :t | SELECT total FROM orders WHERE id = :t",
                "SELECT ordes.totl FROM ordes                 | SELECT orders.total FROM orders",
                "UPDATE orders SET totl = ? | UPDATE orders SET total = ?",
                "SELECT 1::integr                             | SELECT 1::integer",
            })
    void whatWasPlainlyMeantIsPutRight(String sql, String corrected) {
        StatementVerdict verdict = check.check("SELECT 1; " + sql).getLast();

        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.correction())
                .satisfies(correction -> assertThat(correction.sql()).isEqualTo(corrected))
                .satisfies(correction -> assertThat(correction.fixes()).isNotEmpty());
        assertThat(check.check(corrected)).allMatch(StatementVerdict::valid);
    }

    @Test
    void eachFixSaysWhatItReplaced() {
        assertThat(check.check("SELECT o.totl FROM ordes o"))
                .extracting(StatementVerdict::correction)
                .containsExactly(
                        new SqlCorrection(
                                "SELECT o.total FROM orders o",
                                List.of(
                                        new SqlFix("table", "ordes", "orders"),
                                        new SqlFix("column", "totl", "total"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT zzz FROM orders",
                "SELECT totl, nothing_like_it FROM orders",
                "SELECT totl FROM orders WHERE (",
            })
    void whatNobodyCanTellIsLeftAlone(String sql) {
        assertThat(check.check(sql).getFirst().correction()).isNull();
    }

    @Test
    void everyErrorOfAStatementIsFoundInTheServersOrder() {
        assertThat(messages("SELECT nope, o.no FROM nothing n, orders o WHERE zz.a = 1 AND x"))
                .containsExactly(
                        "relation \"nothing\" does not exist",
                        "column o.no does not exist",
                        "missing FROM-clause entry for table \"zz\"");
    }

    @Test
    void theHintNamesWhatWasProbablyMeant() {
        assertThat(only("SELECT * FROM ordes").hint()).isEqualTo("did you mean public.orders?");
        assertThat(only("SELECT o.totl FROM orders o").hint()).isEqualTo("did you mean total?");
        assertThat(only("SELECT totl FROM orders").hint()).isEqualTo("did you mean total?");
        assertThat(only("SELECT ordes.id FROM orders").hint()).isEqualTo("did you mean orders?");
        assertThat(only("UPDATE orders SET totl = 1").hint()).isEqualTo("did you mean total?");
        assertThat(only("SELECT * FROM \"Odd Table\"").hint())
                .isEqualTo("search_path does not reach it: write \"Odd Schema\".\"Odd Table\"");
    }

    @Test
    void theHintOfATypeNamesWhatWasProbablyMeantAndThatOfAFunctionIsTheServers() {
        assertThat(only("SELECT 'x'::txt").hint()).isEqualTo("did you mean text?");
        assertThat(only("SELECT 'ok'::moood").hint()).isEqualTo("did you mean mood?");
        assertThat(only("CREATE TABLE t (a mod)").hint()).isEqualTo("did you mean mood?");
        assertThat(only("SELECT NULL::code").hint())
                .isEqualTo("search_path does not reach it: write app.code");
        assertThat(only("SELECT NULL::code").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(only("SELECT 'x'::txt").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(only("SELECT nosuch()").hint())
                .isEqualTo(
                        "No function matches the given name and argument types. You might need to"
                                + " add explicit type casts.");
    }

    @Test
    void whereAnExtensionMayHaveAddedToTheSystemsSchemaAnyTypeAndFunctionMayBeThere() {
        try (CapturedDatabase with =
                        CapturedDatabase.of(PostgresVersion.V14, "CREATE EXTENSION adminpack");
                Catalog its = with.open()) {
            QueryCheck there = new QueryCheck(PgQuery.load(), its);
            assertThat(there.check("SELECT nosuch(), 1::notype").getFirst().valid()).isTrue();
            assertThat(there.check("SELECT nope").getFirst().valid()).isFalse();
        }
    }

    @Test
    void whatDependsOnTheSearchPathOrOnFunctionsIsLikelyAndTheRestIsCertain() {
        assertThat(only("SELECT * FROM audit").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(only("SELECT o.f FROM orders o").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(only("SELECT * FROM nothing").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(only("SELECT nope FROM orders").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMP TABLE t (a int); SELECT a, b FROM t",
                "CREATE TABLE t AS SELECT 1 AS a; SELECT a FROM t",
                "SELECT 1 AS a INTO t; SELECT a FROM t",
                "CREATE VIEW app.v AS SELECT 1 AS a; SELECT a FROM app.v",
                "ALTER TABLE orders ADD note text; SELECT o.note, note FROM orders o",
                "ALTER TABLE orders RENAME TO t; SELECT * FROM t",
                "ALTER TABLE orders RENAME total TO amount; UPDATE orders SET amount = 1",
                "SET search_path = app; SELECT what FROM audit",
                "SET LOCAL search_path TO app, public; SELECT what FROM audit",
                "SELECT set_config('search_path', 'app', false); SELECT what FROM audit",
                "SET SCHEMA 'app'; SELECT what FROM audit",
                "DO $$ BEGIN CREATE TEMP TABLE t (a int); END $$; SELECT a FROM t",
                "CREATE FUNCTION f(orders) RETURNS int LANGUAGE sql AS 'SELECT 1';"
                        + " SELECT o.f FROM orders o",
                "CREATE TYPE t AS ENUM ('a'); SELECT 'a'::t, NULL::t[]",
                "CREATE DOMAIN app.t AS int; SELECT NULL::app.t",
                "CREATE TYPE t AS (a int); SELECT NULL::t",
                "CREATE TYPE t AS RANGE (subtype = int); SELECT NULL::t_multirange",
                "CREATE TABLE t (a int); CREATE TABLE u (a t[]); SELECT NULL::t, NULL::u",
                "ALTER TYPE mood RENAME TO t; SELECT 'ok'::t",
                "ALTER TYPE app.code SET SCHEMA public; SELECT NULL::code",
                "CREATE SCHEMA s; CREATE TYPE s.t AS ENUM (); SELECT NULL::s.t",
                "SET search_path = app; SELECT NULL::code; CREATE TABLE t (a code)",
                "CREATE EXTENSION citext; SELECT NULL::citext",
                "CREATE FUNCTION t() RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT t()",
                "CREATE AGGREGATE t(*) (sfunc = int8inc, stype = int8); SELECT t()",
                "DO $$ BEGIN CREATE TYPE t AS ENUM (); END $$; SELECT NULL::t, u()",
                "CREATE SCHEMA s; CREATE TABLE s.t (a int); SELECT a FROM s.t",
                "CREATE SCHEMA s CREATE TABLE t (a int); SELECT a FROM s.t",
                "CREATE FOREIGN TABLE t (a int) SERVER x; SELECT a FROM t",
                "SET work_mem = '1MB'; BEGIN; SELECT total FROM orders; COMMIT"
            })
    void whatTheTextItselfMakesIsThere(String sql) {
        assertThat(messages(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN SELECT * FROM nothing",
                "EXPLAIN (ANALYZE) UPDATE nothing SET a = 1",
                "PREPARE p AS SELECT * FROM nothing",
                "DECLARE c CURSOR FOR SELECT * FROM nothing",
                "CREATE TABLE t AS SELECT * FROM nothing",
                "CREATE VIEW v AS SELECT * FROM nothing",
                "COPY (SELECT * FROM nothing) TO STDOUT",
                "MERGE INTO nothing USING orders o ON true WHEN MATCHED THEN DELETE",
                "SET work_mem = '1MB'; SELECT * FROM nothing"
            })
    void aQueryWithinAnotherStatementIsChecked(String sql) {
        assertThat(messages(sql)).containsExactly("relation \"nothing\" does not exist");
    }

    @Test
    void aTextThatIsTooDeepIsSaidToBeSoAndNotToBeWrong() {
        SqlError error = only("SELECT " + "abs(".repeat(2_000) + "1" + ")".repeat(2_000));

        assertThat(error.sqlstate()).isEqualTo("54001");
        assertThat(error.certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aLongChainAndManyColumnsAreChecked() {
        String chain = "SELECT 1 FROM orders WHERE id = 0" + " OR id = 1".repeat(5_000);
        assertThat(messages(chain)).isEmpty();
        assertThat(messages(chain + " OR nope = 1")).hasSize(1);
        assertThat(messages("SELECT " + "nope, ".repeat(5_000) + "id FROM orders")).hasSize(100);
    }

    private List<String> messages(String sql) {
        return check.check(sql).stream()
                .flatMap(verdict -> verdict.errors().stream())
                .map(SqlError::message)
                .toList();
    }

    private SqlError only(String sql) {
        List<StatementVerdict> verdicts = check.check(sql);
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.getFirst().errors()).hasSize(1);
        return verdicts.getFirst().errors().getFirst();
    }
}
