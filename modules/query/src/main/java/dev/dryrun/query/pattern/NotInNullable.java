package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
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
        for (Node refusal : statement.shape().refusals()) {
            Node query = query(refusal);
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
    private static @Nullable Node query(Node refusal) {
        boolean in =
                refusal.kind().equals("SubLink")
                        && (("ANY_SUBLINK".equals(refusal.text("subLinkType"))
                                        && refusal.names("operName").isEmpty())
                                || ("ALL_SUBLINK".equals(refusal.text("subLinkType"))
                                        && refusal.names("operName").contains("<>")));
        return in ? refusal.child("subselect") : null;
    }

    private static @Nullable TableColumn output(Node query, StatementView statement) {
        List<Node> targets = query.children("targetList");
        Node value = targets.size() == 1 ? targets.getFirst().child("val") : null;
        List<TableColumn> columns = value == null ? List.of() : statement.columns(value);
        return columns.size() == 1 ? columns.getFirst() : null;
    }

    /// Any comparison that holds refuses nulls.
    private static boolean isFiltered(Node query, TableColumn column, StatementView statement) {
        for (Level level : statement.shape().levels()) {
            if (!level.node().fields().equals(query.fields())) {
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
        return condition.kind().equals("NullTest")
                && !"IS_NOT_NULL".equals(condition.text("nulltesttype"));
    }

    /// Whether an operator is given the column, so that it is null where the column is.
    private static boolean mentions(Node condition, TableColumn column, StatementView statement) {
        return condition.kind().equals("A_Expr")
                && !"AEXPR_DISTINCT".equals(condition.text("kind"))
                && !"AEXPR_NOT_DISTINCT".equals(condition.text("kind"))
                && condition.children().stream().anyMatch(side -> isOf(side, column, statement));
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
