package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.JoinExpr;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.StringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/// Whether the conditions of a query leave partitions out.
///
/// @param table partitioned
/// @param needed the columns of its key that must be limited
/// @param bare those of them that a condition limits
/// @param wrapped conditions on them within functions and casts
record PartitionFilters(Table table, List<String> needed, List<String> bare, List<Found> wrapped) {

    /// A condition on a key within a function or cast.
    record Found(Comparison comparison, Wrapped wrapped) {}

    /// {@return whether partitions can be left out}
    boolean prunes() {
        return bare.containsAll(needed);
    }

    /// Shows each partitioned table that a statement reads and that is worth a word.
    static void each(StatementView statement, BiConsumer<Source, PartitionFilters> consumer) {
        for (Level level : statement.shape().levels()) {
            for (Source source : level.sources()) {
                Relation relation = source.relation();
                if (source.node() instanceof RangeVar named
                        && named.inh()
                        && relation instanceof Table table
                        && table.isPartitioned()
                        && isWorthAWord(table, level, source, statement)) {
                    List<String> needed = PartitionKey.needed(table);
                    if (!needed.isEmpty()) {
                        consumer.accept(source, of(table, needed, source, level, statement));
                    }
                }
            }
        }
    }

    /// Who sets no condition at all wants all rows: that is said of a huge table only, and of a
    /// write by another rule.
    private static boolean isWorthAWord(
            Table table, Level level, Source source, StatementView statement) {
        if (statement.figures().leaves(table).size() < 2) {
            return false;
        }
        FromItem item = source.item();
        boolean free =
                level.conditions().stream()
                        .noneMatch(condition ->
                                condition.shared().contains(item)
                                        || statement.items(condition.references()).contains(item));
        if (free) {
            return level.node() instanceof SelectStmt
                    && !Unbounded.isUnbounded(level, statement)
                    && statement.hasRows(table, CountAll.HUGE_ROWS);
        }
        OptionalLong rows = statement.figures().rows(table);
        return rows.isEmpty() || rows.getAsLong() >= StatementView.SMALL_ROWS;
    }

    private static PartitionFilters of(
            Table table, List<String> needed, Source source, Level level, StatementView statement) {
        List<String> bare = new ArrayList<>();
        List<Found> wrapped = new ArrayList<>();
        FromItem item = source.item();
        for (Condition condition : level.conditions()) {
            for (Comparison comparison : condition.comparisons()) {
                for (TableColumn column : statement.columns(comparison.side())) {
                    if (column.item().equals(item)) {
                        bare.add(column.name());
                    }
                }
                Wrapped.of(comparison.side(), statement)
                        .filter(found -> found.column().item().equals(item))
                        .filter(found -> needed.contains(found.column().name()))
                        .ifPresent(found -> wrapped.add(new Found(comparison, found)));
            }
            // What OR joins may limit it, and USING does as far as the other side does.
            if (condition.comparisons().isEmpty()) {
                condition.references().stream()
                        .flatMap(reference -> statement.referred(reference).stream())
                        .filter(column -> column.item().equals(item))
                        .forEach(column -> bare.add(column.name()));
                if (item != null
                        && condition.shared().contains(item)
                        && condition.node() instanceof JoinExpr join) {
                    bare.addAll(StringNode.texts(join.usingClause()));
                }
            }
        }
        return new PartitionFilters(table, needed, bare, wrapped);
    }

    /// {@return the table with how many partitions and rows it has, for a message}
    String shown(StatementView statement) {
        OptionalLong rows = statement.figures().rows(table);
        return "all "
                + Words.partitions(statement.figures().leaves(table).size())
                + " of "
                + Words.name(table)
                + (rows.isPresent() ? " (" + Words.rows(rows.getAsLong()) + ")" : "");
    }
}
