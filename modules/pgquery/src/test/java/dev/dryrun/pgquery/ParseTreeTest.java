package dev.dryrun.pgquery;

import static dev.dryrun.pgquery.Parser.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Nil;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.NodeVisitor;
import dev.dryrun.pgquery.tree.RangeSubselect;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParseTreeTest {

    @Test
    void statementsHaveTheirKindAndTheirText() {
        ParseTree tree = tree("SELECT 1; -- next\nDROP TABLE s.t");

        assertThat(tree.statements())
                .extracting(s -> s.node().tag(), tree::text)
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

        assertThat(tree.find(RangeVar.class))
                .extracting(RangeVar::relname)
                .containsExactlyInAnyOrder(
                        "a", "b", "c", "d", "e", "f", "g", "h", "j", "l", "l", "m", "n", "o", "p",
                        "q", "r", "s");
    }

    @Test
    void theNameOfAColumnIsItsParts() {
        assertThat(tree("SELECT s.t.c, d, u.* FROM x").find(ColumnRef.class))
                .extracting(node -> StringNode.texts(node.fields()))
                .containsExactly(List.of("s", "t", "c"), List.of("d"), List.of("u"));
    }

    @Test
    void nodesAreReadFieldByField() {
        Node node =
                tree("SELECT DISTINCT a::int FROM ONLY t WHERE b").statements().getFirst().node();

        assertThat(node).isInstanceOf(SelectStmt.class);
        SelectStmt select = (SelectStmt) node;
        assertThat(select.fromClause())
                .containsExactly(new RangeVar(null, null, "t", false, "p", null, 33));
        assertThat(select.whereClause()).isEqualTo(new ColumnRef(List.of(new StringNode("b")), 41));
        assertThat(select.havingClause()).isNull();
        assertThat(select.distinctClause()).containsExactly(new Nil());
        assertThat(StringNode.texts(select.find(TypeName.class).getFirst().names()))
                .containsExactly("pg_catalog", "int4");
        assertThat(select.limitOption()).isEqualTo("LIMIT_OPTION_DEFAULT");
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
                                seen.add("+" + node.tag());
                                return !(node instanceof RangeSubselect);
                            }

                            @Override
                            public void leave(Node node) {
                                seen.add("-" + node.tag());
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

        assertThat(tree("SELECT '" + odd + "'").find(AConst.class).getFirst().val())
                .isEqualTo(new StringNode(odd));
    }

    @Test
    void aNameIsCutWherePostgresCutsItAndStaysText() {
        String name = "é".repeat(40);

        ColumnRef reference = tree("SELECT \"" + name + "\"").find(ColumnRef.class).getFirst();
        assertThat(reference.fields()).containsExactly(new StringNode("é".repeat(31)));
    }
}
