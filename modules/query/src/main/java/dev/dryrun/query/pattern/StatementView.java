package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Node;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rules see of one statement. Not safe for concurrent calls.
final class StatementView {

    /// Fewer rows than these are read faster than anybody notices, whatever the query.
    static final long SMALL_ROWS = 10_000;

    private final Node statement;
    private final Meanings meanings;
    private final Figures figures;
    private final Shape shape;
    private final IdentityHashMap<Level, Set<FromItem>> narrowed = new IdentityHashMap<>();

    StatementView(Node statement, Meanings meanings, Figures figures) {
        this.statement = statement;
        this.meanings = meanings;
        this.figures = figures;
        this.shape = ShapeReader.read(statement, meanings);
    }

    Node statement() {
        return statement;
    }

    Meanings meanings() {
        return meanings;
    }

    Figures figures() {
        return figures;
    }

    Shape shape() {
        return shape;
    }

    /// {@return the stored columns that an expression is, when it is nothing else: several where a
    /// join merged them}
    ///
    /// @param expression any; a cast that changes nothing is looked through
    List<TableColumn> columns(Node expression) {
        return Casts.withoutHarmless(expression, this) instanceof ColumnRef reference
                ? referred(reference)
                : List.of();
    }

    /// {@return the stored columns that a reference stands for}
    List<TableColumn> referred(ColumnRef reference) {
        return meanings.columns(reference).stream()
                .map(TableColumn::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /// {@return the items that references stand for}
    Set<FromItem> items(List<ColumnRef> references) {
        Set<FromItem> items = new HashSet<>();
        for (ColumnRef reference : references) {
            meanings.columns(reference).forEach(use -> items.add(use.item()));
        }
        return items;
    }

    /// {@return whether a relation is known to be large enough to matter}
    boolean isLarge(Relation relation) {
        return hasRows(relation, SMALL_ROWS);
    }

    /// {@return whether a relation is known to have so many rows}
    boolean hasRows(Relation relation, long rows) {
        OptionalLong known = figures.rows(relation);
        return known.isPresent() && known.getAsLong() >= rows;
    }

    /// {@return the largest stored relation that a level reads; null when the rows of none are
    /// known}
    @Nullable Relation largest(Level level) {
        Relation largest = null;
        long most = -1;
        for (Source source : level.sources()) {
            Relation relation = source.relation();
            if (relation != null && isStored(relation)) {
                long rows = figures.rows(relation).orElse(-1);
                if (rows > most) {
                    largest = relation;
                    most = rows;
                }
            }
        }
        return largest;
    }

    static boolean isStored(Relation relation) {
        return switch (relation) {
            case Table _ -> true;
            case View view -> view.isMaterialized();
        };
    }

    /// {@return whether an index finds the few rows of an item, by a condition on a column of its
    /// own; what is no stored relation counts as few}
    ///
    /// @param level where the item stands
    /// @param item which
    boolean isNarrowed(Level level, @Nullable FromItem item) {
        if (item == null || item.relation() == null) {
            return true;
        }
        return narrowed.computeIfAbsent(level, this::allNarrowed).contains(item);
    }

    private Set<FromItem> allNarrowed(Level level) {
        Set<FromItem> own = new HashSet<>();
        level.sources()
                .forEach(source -> {
                    FromItem item = source.item();
                    if (item != null && item.relation() != null) {
                        own.add(item);
                    }
                });
        Set<FromItem> found = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Condition condition : level.conditions()) {
                for (Comparison comparison : condition.comparisons()) {
                    more |= narrows(comparison, own, found);
                }
            }
        }
        return found;
    }

    /// Whether a comparison newly narrows an item: with values, or with columns of what is narrowed
    /// itself.
    private boolean narrows(Comparison comparison, Set<FromItem> own, Set<FromItem> found) {
        if (!comparison.test().isSearched()) {
            return false;
        }
        boolean more = false;
        for (TableColumn column : columns(comparison.side())) {
            if (found.contains(column.item()) || !isIndexed(column)) {
                continue;
            }
            Set<FromItem> others = new HashSet<>();
            for (Node other : comparison.others()) {
                others.addAll(items(other.find(ColumnRef.class)));
            }
            others.retainAll(own);
            if (!Casts.stopsIndex(column, comparison, this) && found.containsAll(others)) {
                found.add(column.item());
                more = true;
            }
        }
        return more;
    }

    private static boolean isIndexed(TableColumn column) {
        return TableColumn.indexes(column.relation()).stream()
                .anyMatch(index -> column.name().equals(index.keys().getFirst().column()));
    }
}
