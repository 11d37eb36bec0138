package dev.dryrun.query.pattern;

import dev.dryrun.model.Index;
import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.pgquery.tree.ColumnRef;
import java.util.List;
import java.util.Set;

/// A function or cast over an indexed column, which keeps the index from being used.
final class IndexedColumnWrapped implements PatternRule {

    private static final Set<String> FOLDS = Set.of("lower", "upper");

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "indexed_column_wrapped",
                Severity.WARNING,
                "compare an indexed column itself, not a function or cast of it");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            for (Condition condition : level.conditions()) {
                for (Comparison comparison : condition.comparisons()) {
                    if (comparison.test().isSearched()
                            || comparison.test() == Comparison.Test.LIKE) {
                        Wrapped.of(comparison.side(), statement)
                                .filter(wrapped -> isWithValues(comparison, wrapped, statement))
                                .ifPresent(wrapped ->
                                        look(comparison, wrapped, level, statement, sink));
                    }
                }
            }
        }
    }

    /// Columns of the same item on the other side keep an index from being used anyway.
    private static boolean isWithValues(
            Comparison comparison, Wrapped wrapped, StatementView statement) {
        return comparison.others().stream()
                .noneMatch(other ->
                        statement
                                .items(other.find(ColumnRef.class))
                                .contains(wrapped.column().item()));
    }

    private static void look(
            Comparison comparison,
            Wrapped wrapped,
            Level level,
            StatementView statement,
            Sink sink) {
        TableColumn column = wrapped.column();
        if (!statement.isLarge(column.relation())
                || statement.isNarrowed(level, column.item())
                || hasExpression(wrapped)) {
            return;
        }
        column.searchedBy()
                .ifPresent(index ->
                        sink.warn(
                                comparison.node().location(),
                                "%s keeps index %s from being used: every row of %s is read"
                                        .formatted(
                                                wrapped.shown(),
                                                SqlIdentifier.quote(index.name()),
                                                Words.withRows(
                                                        column.relation(),
                                                        statement
                                                                .figures()
                                                                .rows(column.relation()))),
                                hint(wrapped)));
    }

    /// Whether an index on an expression of this kind is there, whatever else it says.
    private static boolean hasExpression(Wrapped wrapped) {
        Relation relation = wrapped.column().relation();
        List<Index> all = TableColumn.allIndexes(relation);
        return all.stream()
                .filter(Index::valid)
                .flatMap(index -> index.keys().stream())
                .filter(Index.Key::isExpression)
                .map(Index.Key::text)
                .anyMatch(text ->
                        text.equals("?")
                                || (text.contains(wrapped.column().name())
                                        && (wrapped.key() == null
                                                || text.contains(wrapped.key()))));
    }

    private static String hint(Wrapped wrapped) {
        String range = RangeHint.of(wrapped);
        if (range != null) {
            return range;
        }
        String key = wrapped.key();
        return key != null && FOLDS.contains(key)
                ? "CREATE INDEX CONCURRENTLY ON %s (%s)"
                        .formatted(Words.name(wrapped.column().relation()), wrapped.shown())
                : "compare the column itself, or index the expression where it is immutable";
    }
}
