package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.ListNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.NullTest;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.SubLink;
import dev.dryrun.pgquery.tree.SubLinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One side of a comparison, and what it is compared with. `a = b` is two: of `a` with `b`, and of
/// `b` with `a`.
///
/// @param node the whole: an [AExpr], a [SubLink] or a [NullTest]
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
        return switch (condition) {
            case AExpr operation -> ofOperation(operation);
            case SubLink link -> ofQuery(link);
            case NullTest test -> List.of(new Comparison(test, Test.NULL, test.arg(), List.of()));
            default -> List.of();
        };
    }

    private static List<Comparison> ofOperation(AExpr operation) {
        Node left = operation.lexpr();
        Node right = operation.rexpr();
        if (left == null || right == null) {
            return List.of();
        }
        String name = operation.name().getLast().sval();
        return switch (operation.kind()) {
            case AEXPR_OP -> ofOperator(operation, OPERATORS.get(name), left, right);
            case AEXPR_OP_ANY, AEXPR_IN ->
                    one(operation, name.equals("=") ? Test.IN : null, left, right);
            case AEXPR_BETWEEN, AEXPR_BETWEEN_SYM -> one(operation, Test.BETWEEN, left, right);
            case AEXPR_LIKE -> one(operation, name.equals("~~") ? Test.LIKE : null, left, right);
            case AEXPR_ILIKE -> one(operation, name.equals("~~*") ? Test.LIKE : null, left, right);
            case AEXPR_OP_ALL,
                    AEXPR_DISTINCT,
                    AEXPR_NOT_DISTINCT,
                    AEXPR_NULLIF,
                    AEXPR_SIMILAR,
                    AEXPR_NOT_BETWEEN,
                    AEXPR_NOT_BETWEEN_SYM ->
                    List.of();
        };
    }

    private static List<Comparison> ofOperator(
            AExpr operation, @Nullable Test test, Node left, Node right) {
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
            AExpr operation, @Nullable Test test, Node left, Node right) {
        List<Node> others = right instanceof ListNode list ? list.items() : List.of(right);
        return test == null ? List.of() : List.of(new Comparison(operation, test, left, others));
    }

    private static List<Comparison> ofQuery(SubLink link) {
        Node tested = link.testexpr();
        List<String> operator = StringNode.texts(link.operName());
        boolean plain = operator.isEmpty() || operator.equals(EQUAL);
        return tested != null && plain && link.subLinkType() == SubLinkType.ANY_SUBLINK
                ? List.of(new Comparison(link, Test.IN, tested, List.of(link)))
                : List.of();
    }

    private static final List<String> EQUAL = List.of("=");
}
