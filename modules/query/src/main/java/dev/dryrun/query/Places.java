package dev.dryrun.query;

import dev.dryrun.pgquery.tree.Node;
import java.util.List;

/// Where the server says that an expression is: its `exprLocation`.
final class Places {

    private Places() {}

    /// {@return the first place of an expression, in bytes; -1 when it has none}
    static int leftmost(Node node) {
        int own =
                switch (node.kind()) {
                    case "String", "ResTarget", "SortBy", "List" -> -1;
                    default -> node.location();
                };
        boolean alone =
                switch (node.kind()) {
                    case "CaseExpr",
                            "A_ArrayExpr",
                            "RowExpr",
                            "ColumnRef",
                            "A_Const",
                            "CoalesceExpr",
                            "MinMaxExpr",
                            "SQLValueFunction" ->
                            true;
                    default -> false;
                };
        if (alone) {
            return own;
        }
        List<Node> parts =
                switch (node.kind()) {
                    case "SubLink" -> node.children("testexpr");
                    case "FuncCall", "BoolExpr", "List" ->
                            node.kind().equals("List")
                                    ? node.children("items")
                                    : node.children("args");
                    case "TypeCast", "NullTest", "BooleanTest", "CollateClause", "A_Indirection" ->
                            node.children("arg");
                    case "A_Expr" ->
                            node.child("lexpr") == null
                                    ? node.children("rexpr")
                                    : node.children("lexpr");
                    case "ResTarget" -> node.children("val");
                    case "SortBy" -> node.children("node");
                    default -> List.of();
                };
        int first = node.kind().equals("A_Indirection") ? -1 : own;
        for (Node part : parts) {
            int place = leftmost(part);
            first = first < 0 || (place >= 0 && place < first) ? place : first;
        }
        return first;
    }
}
