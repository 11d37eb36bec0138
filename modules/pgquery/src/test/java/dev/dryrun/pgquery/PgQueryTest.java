package dev.dryrun.pgquery;

import static dev.dryrun.pgquery.Parser.PARSER;
import static dev.dryrun.pgquery.Parser.error;
import static dev.dryrun.pgquery.Parser.tree;
import static dev.dryrun.pgquery.Parser.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dryrun.model.DryrunException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.ParserException;
import dev.dryrun.pgquery.ParseError.Kind;
import dev.dryrun.pgquery.tree.ColumnDef;
import dev.dryrun.pgquery.tree.UpdateStmt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgQueryTest {

    @Test
    void theGrammarIsThatOfPostgres18() {
        assertThat(PARSER.version().major()).isEqualTo(18);
    }

    @Test
    void syntaxThatCameWith18IsUnderstood() {
        assertThat(tree("UPDATE t SET a = 1 RETURNING old.a, new.a").find(UpdateStmt.class))
                .hasSize(1);
        assertThat(
                        tree("CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) VIRTUAL)")
                                .find(ColumnDef.class))
                .hasSize(2);
    }

    @Test
    void aSyntaxErrorIsAResultWithItsPlace() {
        ParseError error = error(PARSER.parse("SELECT 'é😀'\n FORM x\n  y"));

        assertThat(error)
                .isEqualTo(
                        new ParseError(
                                Kind.SYNTAX,
                                "42601",
                                "syntax error at or near \"x\"",
                                new SourcePosition(22, 19, 2, 7)));
    }

    @Test
    void aConstantThatDoesNotEndIsAResultOfTheScannerToo() {
        assertThat(error(PARSER.scan("SELECT 'abc")).message())
                .isEqualTo("unterminated quoted string at or near \"'abc\"");
        assertThat(error(PARSER.split("SELECT 'abc")).sqlState()).isEqualTo("42601");
    }

    @Test
    void normalizingReplacesConstantsAndNothingElse() {
        assertThat(value(PARSER.normalize("SELECT a, 'x' FROM t WHERE b = 5 -- why")))
                .isEqualTo("SELECT a, $1 FROM t WHERE b = $2 -- why");
    }

    @Test
    void fingerprintsIgnoreConstantsAndSpacesOnly() {
        Fingerprint first = value(PARSER.fingerprint("SELECT a FROM t WHERE b = 5"));

        assertThat(value(PARSER.fingerprint("select a\nfrom t where b = 'x'"))).isEqualTo(first);
        assertThat(value(PARSER.fingerprint("SELECT a FROM t WHERE c = 5"))).isNotEqualTo(first);
        assertThat(Long.parseUnsignedLong(first.hex(), 16)).isEqualTo(first.value());
    }

    @Test
    void splittingGivesEachStatementItsPlace() {
        assertThat(value(PARSER.split("SELECT 'é;' ; /* ; */ DROP TABLE t;\n")))
                .containsExactly(
                        new SplitStatement(0, 13, "SELECT 'é;' "),
                        new SplitStatement(23, 12, "DROP TABLE t"));
    }

    @Test
    void statementsThatDoNotParseAreSplitAtTheirSemicolons() {
        String sql =
                """
                SELEC 1; SELECT ';' -- ;
                ; nonsense;; /* ; */
                CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);
                CREATE FUNCTION f() RETURNS int BEGIN ATOMIC
                SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3\
                """;

        assertThat(value(PARSER.split(sql)))
                .extracting(SplitStatement::text)
                .containsExactly(
                        "SELEC 1",
                        "SELECT ';'",
                        "nonsense",
                        "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\n"
                                + "SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
                        "SELECT 3");
    }

    @Test
    void bothWaysOfSplittingAgreeOnWhatParses() {
        String good = "/* a */ SELECT (1) ;\n-- b\nDROP TABLE é; ; TABLE t";

        assertThat(value(PARSER.split(good + ";")))
                .extracting(statement -> statement.text().strip())
                .containsExactly("SELECT (1)", "DROP TABLE é", "TABLE t");
        assertThat(value(PARSER.split(good + "; wrong")))
                .extracting(SplitStatement::text)
                .containsExactly("SELECT (1)", "DROP TABLE é", "TABLE t", "wrong");
    }

    @Test
    void aTextWithoutAStatementHasNone() {
        for (String nothing : List.of("", "  \n", "-- only this", "/* and this */ ;;")) {
            assertThat(tree(nothing).statements()).isEmpty();
            assertThat(value(PARSER.split(nothing))).isEmpty();
            assertThat(value(PARSER.normalize(nothing))).isEqualTo(nothing);
        }
        assertThat(value(PARSER.scan(""))).isEmpty();
    }

    @Test
    void aLibraryThatIsNotThereIsSaidInOneLine(@TempDir Path folder) {
        assertThatThrownBy(() -> PgQuery.load(folder.resolve("none.so")))
                .isInstanceOfSatisfying(ParserException.class, PgQueryTest::saysWhatToDo);
        assertThatThrownBy(() -> PgQuery.load(folder))
                .isInstanceOfSatisfying(ParserException.class, PgQueryTest::saysWhatToDo);
    }

    @Test
    void aFileThatIsNoLibraryIsSaidInOneLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text.so"), "not a library");

        assertThatThrownBy(() -> PgQuery.load(file))
                .isInstanceOfSatisfying(ParserException.class, PgQueryTest::saysWhatToDo);
    }

    @Test
    void aLibraryThatIsAnotherOneIsSaidInOneLine() {
        String libc =
                "/lib/"
                        + System.getProperty("os.arch").replace("amd64", "x86_64")
                        + "-linux-gnu/libc.so.6";
        assumeTrue(Files.exists(Path.of(libc)));

        assertThatThrownBy(() -> PgQuery.load(Path.of(libc)))
                .isInstanceOfSatisfying(ParserException.class, PgQueryTest::saysWhatToDo);
    }

    private static void saysWhatToDo(DryrunException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.PARSER_UNAVAILABLE);
        assertThat(e.what()).startsWith("the SQL parser's library").doesNotContain("\n");
        assertThat(e.hint()).contains("-Ddryrun.libpg_query=FILE");
    }
}
