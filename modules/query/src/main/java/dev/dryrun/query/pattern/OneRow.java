package dev.dryrun.query.pattern;

import dev.dryrun.model.Index;
import dev.dryrun.model.Relation;
import dev.dryrun.pgquery.tree.Node;
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
        return query != null && isOne(query, statement);
    }

    private static boolean isOne(Node query, StatementView statement) {
        if (!query.kind().equals("SelectStmt") || query.child("larg") != null) {
            return false;
        }
        Node limit = query.child("limitCount");
        Node number = limit == null ? null : limit.child("ival");
        if (number != null && number.number("ival") <= 1) {
            return true;
        }
        List<Node> values = query.children("valuesLists");
        if (!values.isEmpty()) {
            return values.size() == 1;
        }
        boolean grouped = query.fields().get("groupClause") != null;
        return !grouped
                && (query.children("fromClause").isEmpty()
                        || statement.meanings().aggregates(query));
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
        Set<FromItem> used = statement.items(expression.find("ColumnRef"));
        return level.sources().stream().noneMatch(source -> used.contains(source.item()));
    }
}
