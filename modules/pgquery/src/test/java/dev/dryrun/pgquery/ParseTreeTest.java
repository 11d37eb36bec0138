package dev.dryrun.pgquery;

import static dev.dryrun.pgquery.Parser.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ParseTreeTest {

    @Test
    void statementsHaveTheirKindAndTheirText() {
        ParseTree tree = tree("SELECT 1; -- next\nDROP TABLE s.t");

        assertThat(tree.statements())
                .extracting(s -> s.node().kind(), tree::text)
                .containsExactly(
                        tuple("SelectStmt", "SELECT 1"), tuple("DropStmt", "DROP TABLE s.t"));
    }

    @Test
    void everyRelationIsFoundWhereverTheGrammarPutsIt() {
        ParseTree tree =
                tree(
                        """
                        WITH w AS (INSERT INTO a SELECT * FROM b UNION SELECT * FROM c RETURNING *)
                        UPDATE d SET x = (SELECT max(y) FROM e) FROM f JOIN g USING (i)
                        WHERE EXISTS (SELECT FROM h, LATERAL (SELECT FROM j) k);
                        ALTER TABLE l ADD FOREIGN KEY (x) REFERENCES m;
                        ALTER TABLE l ATTACH PARTITION n DEFAULT;
                        MERGE INTO o USING p ON true WHEN MATCHED THEN DELETE;
                        CREATE VIEW q AS TABLE r;
                        COPY s TO STDOUT\
                        """);

        assertThat(tree.find("RangeVar"))
                .extracting(node -> Objects.requireNonNull(node.text("relname")))
                .containsExactlyInAnyOrder(
                        "a", "b", "c", "d", "e", "f", "g", "h", "j", "l", "l", "m", "n", "o", "p",
                        "q", "r", "s");
    }

    @Test
    void theNameOfAColumnIsItsParts() {
        assertThat(tree("SELECT s.t.c, d, u.* FROM x").find("ColumnRef"))
                .extracting(node -> node.names("fields"))
                .containsExactly(List.of("s", "t", "c"), List.of("d"), List.of("u"));
    }

    @Test
    void nodesAreReadFieldByField() {
        Node select =
                tree("SELECT DISTINCT a::int FROM ONLY t WHERE b").statements().getFirst().node();

        Node from = select.children("fromClause").getFirst();
        assertThat(from.kind()).isEqualTo("RangeVar");
        assertThat(from.flag("inh")).isFalse();
        assertThat(from.location()).isEqualTo(33);
        assertThat(Objects.requireNonNull(select.child("whereClause")).names("fields"))
                .containsExactly("b");
        assertThat(select.child("havingClause")).isNull();
        assertThat(select.children("distinctClause")).isEmpty();
        assertThat(select.find("TypeName").getFirst().names("names"))
                .containsExactly("pg_catalog", "int4");
        assertThat(select.text("limitOption")).isEqualTo("LIMIT_OPTION_DEFAULT");
        assertThat(select.number("nothing")).isZero();
    }

    @Test
    void aVisitorSeesParentsFirstAndMayStayOutside() {
        List<String> seen = new ArrayList<>();
        tree("SELECT a FROM (SELECT b FROM t) u WHERE c")
                .statements()
                .getFirst()
                .node()
                .walk(
                        new NodeVisitor() {
                            @Override
                            public boolean enter(Node node) {
                                seen.add("+" + node.kind());
                                return !node.kind().equals("RangeSubselect");
                            }

                            @Override
                            public void leave(Node node) {
                                seen.add("-" + node.kind());
                            }
                        });

        assertThat(seen)
                .containsExactly(
                        "+SelectStmt",
                        "+ResTarget",
                        "+ColumnRef",
                        "+String",
                        "-String",
                        "-ColumnRef",
                        "-ResTarget",
                        "+RangeSubselect",
                        "-RangeSubselect",
                        "+ColumnRef",
                        "+String",
                        "-String",
                        "-ColumnRef",
                        "-SelectStmt");
    }

    @Test
    void controlCharactersAndQuotesSurviveTheTree() {
        String odd = "\u0001\b\t\n\f\r\u001f\"\\/\u007f\u2028é😀";

        assertThat(tree("SELECT '" + odd + "'").find("A_Const").getFirst().child("sval"))
                .isNotNull()
                .extracting(node -> node.text("sval"))
                .isEqualTo(odd);
    }

    @Test
    void aNameIsCutWherePostgresCutsItAndStaysText() {
        String name = "é".repeat(40);

        assertThat(tree("SELECT \"" + name + "\"").find("ColumnRef").getFirst().names("fields"))
                .containsExactly("é".repeat(31));
    }
}
