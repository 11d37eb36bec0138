package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AExprKind;
import dev.dryrun.pgquery.tree.ListNode;
import dev.dryrun.pgquery.tree.Node;

/// `= NULL`, which is never true.
final class EqualsNull implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "equals_null", Severity.ERROR, "compare with NULL by IS NULL, not by =");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (AExpr operation : statement.shape().operations()) {
            Node left = operation.lexpr();
            Node right = operation.rexpr();
            String operator = operation.name().getLast().sval();
            boolean equal = operator.equals("=");
            if (left == null || right == null || !(equal || operator.equals("<>"))) {
                continue;
            }
            if (operation.kind() == AExprKind.AEXPR_OP && (isNull(left) || isNull(right))) {
                sink.warn(
                        operation.location(),
                        operator + " NULL is never true, not even for a null",
                        equal ? "write IS NULL" : "write IS NOT NULL");
            }
            if (operation.kind() == AExprKind.AEXPR_IN
                    && !equal
                    && right instanceof ListNode list
                    && list.items().stream().anyMatch(EqualsNull::isNull)) {
                sink.warn(
                        operation.location(),
                        "NOT IN with NULL in its list is never true",
                        "take NULL out of the list, and add AND … IS NOT NULL where it is meant");
            }
        }
    }

    private static boolean isNull(Node value) {
        return value instanceof AConst constant && constant.isnull();
    }
}
