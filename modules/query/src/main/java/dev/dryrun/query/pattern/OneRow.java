package dev.dryrun.query.pattern;

import dev.dryrun.model.Index;
import dev.dryrun.model.Relation;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.IntegerNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.SelectStmt;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Which items have one row at most, so that combining them with all others is what is meant.
final class OneRow {

    private OneRow() {}

    static boolean is(Source source, Level level, StatementView statement) {
        FromItem item = source.item();
        Relation relation = source.relation();
        if (item != null && relation != null) {
            OptionalLong rows = statement.figures().rows(relation);
            return (rows.isPresent() && rows.getAsLong() == 1) || hasKey(item, level, statement);
        }
        Node query = item == null ? null : statement.meanings().query(item);
        return query instanceof SelectStmt select && isOne(select, statement);
    }

    private static boolean isOne(SelectStmt select, StatementView statement) {
        if (select.larg() != null) {
            return false;
        }
        if (select.limitCount() instanceof AConst limit
                && limit.val() instanceof IntegerNode(int rows)
                && rows <= 1) {
            return true;
        }
        if (!select.valuesLists().isEmpty()) {
            return select.valuesLists().size() == 1;
        }
        return select.groupClause().isEmpty()
                && (select.fromClause().isEmpty() || statement.meanings().aggregates(select));
    }

    /// Whether values are given for all columns of a unique index.
    private static boolean hasKey(FromItem item, Level level, StatementView statement) {
        Relation relation = item.relation();
        Set<String> given = new HashSet<>();
        for (Condition condition : level.conditions()) {
            for (Comparison comparison : condition.comparisons()) {
                boolean values =
                        comparison.test() == Comparison.Test.EQUAL
                                && comparison.others().stream()
                                        .allMatch(other -> isOutside(other, level, statement));
                for (TableColumn column :
                        values ? statement.columns(comparison.side()) : List.<TableColumn>of()) {
                    if (column.item().equals(item)) {
                        given.add(column.name());
                    }
                }
            }
        }
        return relation != null
                && TableColumn.indexes(relation).stream()
                        .filter(Index::unique)
                        .anyMatch(index ->
                                index.keys().stream()
                                        .allMatch(key ->
                                                key.column() != null
                                                        && given.contains(key.column())));
    }

    /// Whether an expression is made of nothing that this level reads.
    private static boolean isOutside(Node expression, Level level, StatementView statement) {
        Set<FromItem> used = statement.items(expression.find(ColumnRef.class));
        return level.sources().stream().noneMatch(source -> used.contains(source.item()));
    }
}
