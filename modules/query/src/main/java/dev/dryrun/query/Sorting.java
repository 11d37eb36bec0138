package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.CoercionForm;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.GroupingSet;
import dev.dryrun.pgquery.tree.IntegerNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RowExpr;
import dev.dryrun.pgquery.tree.SortBy;
import dev.dryrun.pgquery.tree.StringNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Analyses ORDER BY, GROUP BY and DISTINCT ON, where a name or a number may mean an output column.
final class Sorting {

    private final Errors errors;
    private final Expressions expressions;
    private final Sameness sameness;

    Sorting(Errors errors, Expressions expressions, Sameness sameness) {
        this.errors = errors;
        this.expressions = expressions;
        this.sameness = sameness;
    }

    /// An expression that was sorted or grouped by.
    ///
    /// @param node the expression itself, be it one of the SELECT list
    /// @param column which column of a star it is; null when it is not one of a star
    /// @param selected whether it stands in the SELECT list; null when that is not known
    record Sorted(Node node, @Nullable Col column, @Nullable Boolean selected) {}

    /// Analyses items where only expressions count.
    void expressions(List<? extends Node> items, Clause clause, Scope scope) {
        for (Node item : items) {
            Node sorted = item instanceof SortBy sort ? sort.node() : item;
            expressions.in(clause, sorted, scope);
        }
    }

    /// Analyses items of a clause.
    ///
    /// @param targets the SELECT list
    /// @return what each item means; a group of items is several
    List<Sorted> items(
            List<? extends Node> items, Clause clause, List<Target> targets, Scope scope) {
        List<Sorted> sorted = new ArrayList<>();
        for (Node item : items) {
            item(item, clause, targets, scope, sorted);
        }
        return sorted;
    }

    private void item(
            Node item, Clause clause, List<Target> targets, Scope scope, List<Sorted> sorted) {
        boolean grouping = clause == Clause.GROUP_BY;
        switch (item) {
            case SortBy sort -> sorted.add(one(sort.node(), clause, targets, scope));
            case GroupingSet set -> {
                for (Node inner : set.content()) {
                    item(inner, clause, targets, scope, sorted);
                }
            }
            case RowExpr row -> {
                if (grouping && row.rowFormat() == CoercionForm.COERCE_IMPLICIT_CAST) {
                    for (Node inner : row.args()) {
                        item(inner, clause, targets, scope, sorted);
                    }
                } else {
                    sorted.add(one(item, clause, targets, scope));
                }
            }
            default -> sorted.add(one(item, clause, targets, scope));
        }
    }

    private Sorted one(Node item, Clause clause, List<Target> targets, Scope scope) {
        if (item instanceof ColumnRef(List<Node> fields, _)
                && fields.size() == 1
                && fields.getFirst() instanceof StringNode(String name)) {
            Sorted named = byName(item, name, clause, targets, scope);
            if (named != null) {
                return named;
            }
        }
        if (item instanceof AConst constant) {
            return byNumber(constant, clause, targets);
        }
        expressions.in(clause, item, scope);
        Boolean selected = sameness.selected(item, targets);
        return new Sorted(item, null, selected);
    }

    /// {@return what an output column's name means; null when it is no such name}
    private @Nullable Sorted byName(
            Node item, String name, Clause clause, List<Target> targets, Scope scope) {
        if (clause == Clause.GROUP_BY) {
            if (expressions.names().isLocal(name, scope)) {
                return null;
            }
            if (expressions.names().maybeLocal(name, scope)) {
                return new Sorted(item, null, null);
            }
        }
        List<Sorted> found = new ArrayList<>();
        boolean open = false;
        for (Target target : targets) {
            List<Col> columns = target.columns();
            open |= columns == null;
            for (Col column : columns == null ? List.<Col>of() : columns) {
                open |= column.name() == null;
                if (name.equals(column.name())) {
                    found.add(new Sorted(target.node(), target.star() ? column : null, true));
                }
            }
        }
        if (found.size() > 1 && different(found)) {
            errors.add(
                    item.location(),
                    "42702",
                    words(clause) + " \"" + name + "\" is ambiguous",
                    null,
                    Certainty.CERTAIN);
        }
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        return open ? new Sorted(item, null, null) : null;
    }

    /// Whether two are surely not the same expression.
    private boolean different(List<Sorted> found) {
        Sorted first = found.getFirst();
        for (Sorted other : found.subList(1, found.size())) {
            if (first.column == null
                    && other.column == null
                    && sameness.differ(first.node, other.node)) {
                return true;
            }
        }
        return false;
    }

    private Sorted byNumber(AConst item, Clause clause, List<Target> targets) {
        if (!(item.val() instanceof IntegerNode(int wanted))) {
            if (!item.isnull()) {
                errors.add(
                        item.location(),
                        "42601",
                        "non-integer constant in " + words(clause),
                        null,
                        Certainty.CERTAIN);
            }
            return new Sorted(item, null, null);
        }
        int at = 0;
        for (Target target : targets) {
            List<Col> columns = target.columns();
            if (columns == null) {
                return new Sorted(item, null, null);
            }
            for (Col column : columns) {
                at++;
                if (at == wanted) {
                    return new Sorted(target.node(), target.star() ? column : null, true);
                }
            }
        }
        errors.add(
                item.location(),
                "42P10",
                words(clause) + " position " + wanted + " is not in select list",
                null,
                Certainty.CERTAIN);
        return new Sorted(item, null, null);
    }

    private static String words(Clause clause) {
        if (clause == Clause.GROUP_BY) {
            return "GROUP BY";
        }
        return clause == Clause.DISTINCT_ON ? "DISTINCT ON" : "ORDER BY";
    }

    /// With DISTINCT, what is sorted by must stand in the SELECT list.
    void distinct(List<Sorted> sorted) {
        for (Sorted item : sorted) {
            if (Boolean.FALSE.equals(item.selected)) {
                errors.add(
                        Places.leftmost(item.node),
                        "42P10",
                        "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
                        null,
                        Certainty.CERTAIN);
                return;
            }
        }
    }
}
