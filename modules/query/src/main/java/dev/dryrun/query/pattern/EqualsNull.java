package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.Node;
import java.util.List;

/// `= NULL`, which is never true.
final class EqualsNull implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "equals_null", Severity.ERROR, "compare with NULL by IS NULL, not by =");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Node operation : statement.shape().operations()) {
            List<String> names = operation.names("name");
            Node left = operation.child("lexpr");
            Node right = operation.child("rexpr");
            String kind = String.valueOf(operation.text("kind"));
            String operator = names.isEmpty() ? "" : names.getLast();
            boolean equal = operator.equals("=");
            if (left == null || right == null || !(equal || operator.equals("<>"))) {
                continue;
            }
            if (kind.equals("AEXPR_OP") && (isNull(left) || isNull(right))) {
                sink.warn(
                        operation.location(),
                        operator + " NULL is never true, not even for a null",
                        equal ? "write IS NULL" : "write IS NOT NULL");
            }
            if (kind.equals("AEXPR_IN")
                    && !equal
                    && right.children("items").stream().anyMatch(EqualsNull::isNull)) {
                sink.warn(
                        operation.location(),
                        "NOT IN with NULL in its list is never true",
                        "take NULL out of the list, and add AND … IS NOT NULL where it is meant");
            }
        }
    }

    private static boolean isNull(Node value) {
        return value.kind().equals("A_Const") && value.flag("isnull");
    }
}
