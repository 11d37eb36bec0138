package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One side of a comparison, and what it is compared with. `a = b` is two: of `a` with `b`, and of
/// `b` with `a`.
///
/// @param node the whole: an `A_Expr`, `SubLink` or `NullTest`
/// @param test how it compares
/// @param side what is compared
/// @param others with what: one; two of BETWEEN; several of IN; none of IS NULL
record Comparison(Node node, Test test, Node side, List<Node> others) {

    private static final Map<String, Test> OPERATORS =
            Map.of(
                    "=", Test.EQUAL,
                    "<", Test.BELOW,
                    "<=", Test.BELOW,
                    ">", Test.ABOVE,
                    ">=", Test.ABOVE,
                    "~", Test.REGEX,
                    "~*", Test.REGEX);

    /// How values are compared.
    enum Test {
        EQUAL,
        BELOW,
        ABOVE,
        BETWEEN,
        IN,
        LIKE,
        REGEX,
        NULL;

        /// {@return whether a B-tree can look for it}
        boolean isSearched() {
            return switch (this) {
                case EQUAL, BELOW, ABOVE, BETWEEN, IN -> true;
                case LIKE, REGEX, NULL -> false;
            };
        }

        private Test turned() {
            return switch (this) {
                case BELOW -> ABOVE;
                case ABOVE -> BELOW;
                case EQUAL, BETWEEN, IN, LIKE, REGEX, NULL -> this;
            };
        }
    }

    /// {@return what a condition compares; empty when it is no plain comparison}
    static List<Comparison> of(Node condition) {
        return switch (condition.kind()) {
            case "A_Expr" -> ofOperation(condition);
            case "SubLink" -> ofQuery(condition);
            case "NullTest" -> {
                Node tested = condition.child("arg");
                yield tested == null
                        ? List.of()
                        : List.of(new Comparison(condition, Test.NULL, tested, List.of()));
            }
            default -> List.of();
        };
    }

    private static List<Comparison> ofOperation(Node operation) {
        Node left = operation.child("lexpr");
        Node right = operation.child("rexpr");
        List<String> names = operation.names("name");
        if (left == null || right == null || names.isEmpty()) {
            return List.of();
        }
        String name = names.getLast();
        return switch (String.valueOf(operation.text("kind"))) {
            case "AEXPR_OP" -> ofOperator(operation, OPERATORS.get(name), left, right);
            case "AEXPR_OP_ANY" -> one(operation, name.equals("=") ? Test.IN : null, left, right);
            case "AEXPR_IN" -> one(operation, name.equals("=") ? Test.IN : null, left, right);
            case "AEXPR_BETWEEN", "AEXPR_BETWEEN_SYM" -> one(operation, Test.BETWEEN, left, right);
            case "AEXPR_LIKE" -> one(operation, name.equals("~~") ? Test.LIKE : null, left, right);
            case "AEXPR_ILIKE" ->
                    one(operation, name.equals("~~*") ? Test.LIKE : null, left, right);
            default -> List.of();
        };
    }

    private static List<Comparison> ofOperator(
            Node operation, @Nullable Test test, Node left, Node right) {
        if (test == null) {
            return List.of();
        }
        List<Comparison> both = new ArrayList<>(2);
        both.add(new Comparison(operation, test, left, List.of(right)));
        if (test != Test.REGEX) {
            both.add(new Comparison(operation, test.turned(), right, List.of(left)));
        }
        return both;
    }

    private static List<Comparison> one(
            Node operation, @Nullable Test test, Node left, Node right) {
        List<Node> others = right.kind().equals("List") ? right.children("items") : List.of(right);
        return test == null ? List.of() : List.of(new Comparison(operation, test, left, others));
    }

    private static List<Comparison> ofQuery(Node link) {
        Node tested = link.child("testexpr");
        boolean plain = link.names("operName").isEmpty() || link.names("operName").equals(EQUAL);
        return tested != null && plain && "ANY_SUBLINK".equals(link.text("subLinkType"))
                ? List.of(new Comparison(link, Test.IN, tested, List.of(link)))
                : List.of();
    }

    private static final List<String> EQUAL = List.of("=");
}
