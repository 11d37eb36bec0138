package dev.dryrun.query;

import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AIndirection;
import dev.dryrun.pgquery.tree.BoolExpr;
import dev.dryrun.pgquery.tree.BooleanTest;
import dev.dryrun.pgquery.tree.CollateClause;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.ListNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.NullTest;
import dev.dryrun.pgquery.tree.ResTarget;
import dev.dryrun.pgquery.tree.SortBy;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.SubLink;
import dev.dryrun.pgquery.tree.TypeCast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the server says that an expression is: its `exprLocation`.
final class Places {

    private Places() {}

    /// {@return the first place of an expression, in bytes; -1 when it has none}
    static int leftmost(Node node) {
        return switch (node) {
            case StringNode _ -> -1;
            case SubLink link -> first(link.location(), link.testexpr());
            case FuncCall call -> first(call.location(), call.args());
            case BoolExpr bool -> first(bool.location(), bool.args());
            case ListNode list -> first(-1, list.items());
            case TypeCast cast -> first(cast.location(), cast.arg());
            case NullTest test -> first(test.location(), test.arg());
            case BooleanTest test -> first(test.location(), test.arg());
            case CollateClause collate -> first(collate.location(), collate.arg());
            case AIndirection indirection -> leftmost(indirection.arg());
            case AExpr operation ->
                    first(
                            operation.location(),
                            operation.lexpr() == null ? operation.rexpr() : operation.lexpr());
            case ResTarget target -> first(-1, target.val());
            case SortBy sort -> leftmost(sort.node());
            default -> node.location();
        };
    }

    private static int first(int own, @Nullable Node part) {
        return part == null ? own : first(own, List.of(part));
    }

    private static int first(int own, List<Node> parts) {
        int first = own;
        for (Node part : parts) {
            int place = leftmost(part);
            first = first < 0 || (place >= 0 && place < first) ? place : first;
        }
        return first;
    }
}
