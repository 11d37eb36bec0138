package dev.dryrun.pgquery;

import static dev.dryrun.pgquery.Parser.PARSER;
import static dev.dryrun.pgquery.Parser.error;
import static dev.dryrun.pgquery.Parser.tree;
import static dev.dryrun.pgquery.Parser.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.ParseError.Kind;
import dev.dryrun.pgquery.ParseResult.Parsed;
import dev.dryrun.pgquery.ParseResult.Rejected;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.RangeVar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileInputTest {

    private static final int MB = 1024 * 1024;

    @Test
    void aStatementOfFiveMegabytesIsATree() {
        String sql = "SELECT '" + "x".repeat(5 * MB) + "', é FROM t";

        ParseTree tree = tree(sql);

        assertThat(tree.find(RangeVar.class)).hasSize(1);
        assertThat(tree.text(tree.statements().getFirst())).isEqualTo(sql);
        assertThat(value(PARSER.normalize(sql))).isEqualTo("SELECT $1, é FROM t");
        assertThat(value(PARSER.scan(sql))).hasSize(6);
    }

    @Test
    void aMillionConstantsAreRejectedBeforeTheyFillTheHeap() {
        String sql = "SELECT FROM t WHERE a IN (1" + ", 12".repeat(5 * MB / 4) + ")";

        ParseError error = error(PARSER.parse(sql));

        assertThat(error.kind()).isEqualTo(Kind.TOO_COMPLEX);
        assertThat(error.message())
                .matches("the tree of the text takes \\d\\d MB, and 24 MB is .*");
        assertThat(value(PARSER.scan(sql))).hasSizeGreaterThan(2_500_000);
        assertThat(value(PARSER.split(sql))).hasSize(1);
        assertThat(value(PARSER.fingerprint(sql)))
                .isEqualTo(value(PARSER.fingerprint("SELECT FROM t WHERE a IN (1, 2)")));
    }

    @Test
    void anInsertOfManyRowsIsATree() {
        String sql = "INSERT INTO t VALUES (1, 'a')" + ", (2, 'b')".repeat(40_000);

        assertThat(tree(sql).find(AConst.class)).hasSize(80_002);
    }

    @Test
    void whatIsLargerThanTheLimitIsRejectedWithoutBeingLookedAt() {
        String large = " ".repeat(Limits.INPUT_BYTES_MAX + 1);
        String wide = "é".repeat(Limits.INPUT_BYTES_MAX / 2 + 1);

        for (ParseResult<?> result :
                List.of(PARSER.parse(large), PARSER.parse(wide), PARSER.parse(new byte[17 * MB]))) {
            assertThat(error(result).message())
                    .isEqualTo("the text is larger than 16 MB, the most that is parsed");
        }
        assertThat(tree(" ".repeat(Limits.INPUT_BYTES_MAX)).statements()).isEmpty();
    }

    @Test
    void chainedOperatorsAreATreeUpToTheLimitAndAnErrorBeyond() {
        assertThat(tree("SELECT 1" + "+1".repeat(1_000)).find(AExpr.class)).hasSize(1_000);

        for (int length : new int[] {10_000, 200_000, 2_000_000}) {
            ParseError error = error(PARSER.parse("SELECT 1" + "+1".repeat(length)));
            assertThat(error.kind()).isEqualTo(Kind.TOO_COMPLEX);
            assertThat(error.sqlState()).isEqualTo("54001");
        }
    }

    @Test
    void nestedParenthesesAreATreeOrAnError() {
        int deep = 20_000;

        assertThat(tree("SELECT " + "(".repeat(1_000) + "1" + ")".repeat(1_000)).statements())
                .hasSize(1);
        assertThat(
                        error(PARSER.parse("SELECT " + "(".repeat(deep) + "1" + ")".repeat(deep)))
                                .message())
                .isEqualTo("memory exhausted at or near \"(\"");
        assertThat(error(PARSER.parse("SELECT " + "(".repeat(deep))).kind()).isEqualTo(Kind.SYNTAX);
    }

    @Test
    void whatWouldKeepTheScannerBusyForHoursIsRejected() {
        for (String run : List.of("/*".repeat(MB), "SELECT " + "+".repeat(MB) + "1")) {
            ParseError error = error(PARSER.scan(run));
            assertThat(error.kind()).isEqualTo(Kind.TOO_COMPLEX);
            assertThat(error.message())
                    .isEqualTo("the text has too long a run of operator characters");
        }
        String line = "-".repeat(100) + "\n/" + "*".repeat(78) + "/\n";
        assertThat(tree(line.repeat(10_000)).statements()).isEmpty();
    }

    @Test
    void everyWayOfNestingDeepAnswersInEveryFunction() {
        int deep = 30_000;
        List<String> hostile = new ArrayList<>();
        hostile.add("SELECT " + "NOT ".repeat(deep) + "true");
        hostile.add("SELECT 1" + " UNION SELECT 1".repeat(deep));
        hostile.add("SELECT " + "- ".repeat(deep) + "1");
        hostile.add("SELECT " + "f(".repeat(deep) + "1" + ")".repeat(deep));
        hostile.add("SELECT 1" + "::int".repeat(deep));
        hostile.add("SELECT " + "ARRAY[".repeat(deep) + "]".repeat(deep));
        hostile.add("SELECT * FROM " + "(SELECT * FROM ".repeat(deep) + "t" + ") x".repeat(deep));
        hostile.add("SELECT * FROM a" + " CROSS JOIN b".repeat(deep));
        hostile.add("SELECT " + "CASE WHEN ".repeat(deep));
        hostile.add("SELECT a" + ".b".repeat(deep) + "[1]".repeat(deep));
        hostile.add("SELECT true" + " AND true".repeat(deep) + " OR false".repeat(deep));
        hostile.add("EXPLAIN ".repeat(deep) + "SELECT 1");
        hostile.add("/* ".repeat(deep) + "*/ ".repeat(deep));
        hostile.add("/*".repeat(5_000) + "*/".repeat(2_500));
        hostile.add("SELECT " + "+".repeat(5_000) + "1");
        hostile.add("WITH a AS (".repeat(deep));
        hostile.add(";".repeat(deep));
        hostile.add("$".repeat(deep));

        for (String sql : hostile) {
            for (ParseResult<?> result :
                    List.of(
                            PARSER.parse(sql),
                            PARSER.scan(sql),
                            PARSER.split(sql),
                            PARSER.normalize(sql),
                            PARSER.fingerprint(sql),
                            PARSER.deparse(sql),
                            PARSER.parsePlpgsql(sql))) {
                switch (result) {
                    case Parsed<?>(Object value) -> assertThat(value).isNotNull();
                    case Rejected<?>(ParseError error) -> assertThat(error.message()).isNotBlank();
                }
            }
        }
        assertThat(tree("SELECT 1").statements()).hasSize(1);
    }
}
