package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AExprKind;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.NullTest;
import dev.dryrun.pgquery.tree.NullTestType;
import dev.dryrun.pgquery.tree.ResTarget;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.SubLink;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// NOT IN over a column that may hold nulls: one null, and no row is found.
final class NotInNullable implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "not_in_nullable",
                Severity.WARNING,
                "use NOT EXISTS where NOT IN would meet nulls");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (SubLink refusal : statement.shape().refusals()) {
            SelectStmt query = query(refusal);
            TableColumn column = query == null ? null : output(query, statement);
            if (query != null
                    && column != null
                    && column.nullable()
                    && column.relation() instanceof Table
                    && !isFiltered(query, column, statement)) {
                sink.warn(
                        refusal.location(),
                        "NOT IN finds no row at all once one %s.%s is null%s"
                                .formatted(
                                        Words.name(column.relation()),
                                        column.sql(),
                                        nulls(statement, column)),
                        "write NOT EXISTS, or add WHERE " + column.sql() + " IS NOT NULL inside");
            }
        }
    }

    /// {@return the query of `NOT (x IN (…))` or of `x <> ALL (…)`; null for anything else}
    private static @Nullable SelectStmt query(SubLink refusal) {
        List<String> operator = StringNode.texts(refusal.operName());
        boolean in =
                switch (refusal.subLinkType()) {
                    case ANY_SUBLINK -> operator.isEmpty();
                    case ALL_SUBLINK -> operator.contains("<>");
                    case EXISTS_SUBLINK,
                            ROWCOMPARE_SUBLINK,
                            EXPR_SUBLINK,
                            MULTIEXPR_SUBLINK,
                            ARRAY_SUBLINK,
                            CTE_SUBLINK ->
                            false;
                };
        return in && refusal.subselect() instanceof SelectStmt select ? select : null;
    }

    private static @Nullable TableColumn output(SelectStmt query, StatementView statement) {
        List<ResTarget> targets = query.targetList();
        Node value = targets.size() == 1 ? targets.getFirst().val() : null;
        List<TableColumn> columns = value == null ? List.of() : statement.columns(value);
        return columns.size() == 1 ? columns.getFirst() : null;
    }

    /// Any comparison that holds refuses nulls.
    private static boolean isFiltered(
            SelectStmt query, TableColumn column, StatementView statement) {
        for (Level level : statement.shape().levels()) {
            if (!level.node().equals(query)) {
                continue;
            }
            for (Condition condition : level.conditions()) {
                boolean shared = condition.shared().contains(column.item());
                boolean compared =
                        condition.comparisons().stream()
                                .filter(comparison -> !isNullTest(comparison.node()))
                                .anyMatch(comparison -> isOf(comparison.side(), column, statement));
                if (shared || compared || mentions(condition.node(), column, statement)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNullTest(Node condition) {
        return condition instanceof NullTest test
                && test.nulltesttype() != NullTestType.IS_NOT_NULL;
    }

    /// Whether an operator is given the column, so that it is null where the column is.
    private static boolean mentions(Node condition, TableColumn column, StatementView statement) {
        return condition instanceof AExpr operation
                && operation.kind() != AExprKind.AEXPR_DISTINCT
                && operation.kind() != AExprKind.AEXPR_NOT_DISTINCT
                && operation.children().stream().anyMatch(side -> isOf(side, column, statement));
    }

    private static boolean isOf(Node side, TableColumn column, StatementView statement) {
        return statement.columns(side).stream()
                .anyMatch(found ->
                        found.item().equals(column.item()) && found.name().equals(column.name()));
    }

    private static String nulls(StatementView statement, TableColumn column) {
        Optional<Double> share =
                statement
                        .figures()
                        .column(column.relation(), column.name())
                        .flatMap(found -> found.nullFraction().known());
        return share.map(known ->
                        known > 0
                                ? ", and " + Words.percent(known) + " of its rows are"
                                : "; when it was analyzed, none was")
                .orElse("");
    }
}
