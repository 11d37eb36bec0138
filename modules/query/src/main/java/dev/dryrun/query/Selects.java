package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.ListNode;
import dev.dryrun.pgquery.tree.LockingClause;
import dev.dryrun.pgquery.tree.Nil;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SetOperation;
import dev.dryrun.pgquery.tree.SortBy;
import dev.dryrun.query.Resolved.Variable;
import dev.dryrun.query.Sorting.Sorted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Analyses SELECT, VALUES and the set operations.
final class Selects {

    private final Errors errors;
    private final Resolved resolved;
    private final Queries queries;
    private final FromClauses from;
    private final Expressions expressions;
    private final Targets targets;
    private final Sameness sameness;
    private final Sorting sorting;
    private final Windows windows;

    Selects(
            Errors errors,
            Resolved resolved,
            Queries queries,
            FromClauses from,
            Expressions expressions,
            Targets targets) {
        this.errors = errors;
        this.resolved = resolved;
        this.queries = queries;
        this.from = from;
        this.expressions = expressions;
        this.targets = targets;
        this.sameness = new Sameness(resolved);
        this.sorting = new Sorting(errors, expressions, sameness);
        this.windows = new Windows(errors, sorting, expressions);
    }

    @Nullable List<Col> check(SelectStmt select, Scope scope, @Nullable Cte recursive) {
        queries.with().check(select.withClause(), scope);
        if (select.op() != SetOperation.SETOP_NONE) {
            return operation(select, scope, recursive);
        }
        if (!select.valuesLists().isEmpty()) {
            return values(select, scope);
        }
        return plain(select, scope);
    }

    private @Nullable List<Col> plain(SelectStmt select, Scope scope) {
        scope.windows().addAll(select.windowClause());
        from.check(select.fromClause(), scope);
        List<Target> list = targets.list(select.targetList(), Clause.TARGET, scope);
        expressions.in(Clause.WHERE, select.whereClause(), scope);
        expressions.in(Clause.HAVING, select.havingClause(), scope);
        List<Sorted> sorted = sorting.items(select.sortClause(), Clause.ORDER_BY, list, scope);
        List<Node> groups = select.groupClause();
        List<Sorted> grouped = sorting.items(groups, Clause.GROUP_BY, list, scope);
        if (isPlainDistinct(select)) {
            sorting.distinct(sorted);
        } else {
            sorting.items(select.distinctClause(), Clause.DISTINCT_ON, list, scope);
        }
        limits(select, scope);
        windows.check(scope);
        locks(select, scope);
        boolean grouping =
                scope.hasAggregates() || !groups.isEmpty() || select.havingClause() != null;
        if (grouping) {
            resolved.grouped(select);
            Grouping check = new Grouping(errors, resolved, sameness, scope);
            check.by(grouped, groups);
            list.forEach(target -> check.check(target.node()));
            sorted.forEach(item -> check.check(item.column() == null ? item.node() : null));
            check.check(select.havingClause());
        }
        return Targets.columns(list);
    }

    /// DISTINCT without ON.
    private static boolean isPlainDistinct(SelectStmt select) {
        return select.distinctClause().size() == 1
                && select.distinctClause().getFirst() instanceof Nil;
    }

    private void limits(SelectStmt select, Scope scope) {
        limit(select.limitOffset(), Clause.OFFSET, scope);
        limit(select.limitCount(), Clause.LIMIT, scope);
    }

    private void limit(@Nullable Node limit, Clause clause, Scope scope) {
        expressions.in(clause, limit, scope);
        if (limit == null) {
            return;
        }
        for (ColumnRef reference : limit.find(ColumnRef.class)) {
            Variable variable = resolved.variable(reference.location());
            if (variable != null && variable.scope() == scope) {
                errors.add(
                        reference.location(),
                        "42P10",
                        "argument of " + clause + " must not contain variables",
                        null,
                        Certainty.CERTAIN);
                return;
            }
        }
    }

    private void locks(SelectStmt select, Scope scope) {
        for (LockingClause lock : select.lockingClause()) {
            String strength =
                    switch (lock.strength()) {
                        case LCS_FORKEYSHARE -> "FOR KEY SHARE";
                        case LCS_FORSHARE -> "FOR SHARE";
                        case LCS_FORNOKEYUPDATE -> "FOR NO KEY UPDATE";
                        case LCS_FORUPDATE, LCS_NONE -> "FOR UPDATE";
                    };
            for (RangeVar range : lock.lockedRels()) {
                String name = range.relname();
                boolean there =
                        scope.items().stream()
                                .anyMatch(item -> item.name() == null || name.equals(item.name()));
                if (!there) {
                    errors.add(
                            range.location(),
                            "42P01",
                            "relation \"%s\" in %s clause not found in FROM clause"
                                    .formatted(name, strength),
                            null,
                            Certainty.CERTAIN);
                }
            }
        }
    }

    private @Nullable List<Col> values(SelectStmt select, Scope scope) {
        List<Col> columns = null;
        for (ListNode row : select.valuesLists()) {
            List<Node> items = row.items();
            Clause before = scope.clause(Clause.VALUES);
            List<Value> values = expressions.all(items, scope);
            scope.clause(before);
            if (columns == null) {
                columns = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                    columns.add(Col.of("column" + (i + 1), stored(values.get(i))));
                }
            } else if (columns.size() != items.size()) {
                unequalLists(errors, items);
                return null;
            } else {
                for (int i = 0; i < values.size(); i++) {
                    Col column = columns.get(i);
                    columns.set(i, Col.of(column.name(), both(column.value(), values.get(i))));
                }
            }
        }
        bySorted(select, columns, scope);
        limits(select, scope);
        return columns;
    }

    static void unequalLists(Errors errors, List<Node> items) {
        errors.add(
                items.isEmpty() ? -1 : Places.leftmost(items.getFirst()),
                "42601",
                "VALUES lists must all be the same length",
                null,
                Certainty.CERTAIN);
    }

    private @Nullable List<Col> operation(SelectStmt select, Scope scope, @Nullable Cte recursive) {
        List<Col> columns = tree(select, scope, recursive);
        List<SortBy> sorts = select.sortClause();
        if (!sorts.isEmpty() && columns != null) {
            sortedOutput(sorts, columns, scope);
        } else if (!sorts.isEmpty()) {
            scope.see(List.of(Seen.of(Item.open(""))));
            sorting.expressions(sorts, Clause.ORDER_BY, scope);
        }
        limits(select, scope);
        return columns;
    }

    /// Analyses both sides of an operation, and of those within it that have no clauses of their
    /// own.
    private @Nullable List<Col> tree(SelectStmt select, Scope scope, @Nullable Cte recursive) {
        SelectStmt left = select.larg();
        SelectStmt right = select.rarg();
        List<Col> first = left == null ? null : side(left, scope);
        if (recursive != null) {
            recursive.learn(queries.with().named(recursive, first, false));
        }
        List<Col> second = right == null ? null : side(right, scope);
        if (first != null && second != null && first.size() != second.size()) {
            String word =
                    switch (select.op()) {
                        case SETOP_UNION -> "UNION";
                        case SETOP_INTERSECT -> "INTERSECT";
                        case SETOP_EXCEPT, SETOP_NONE -> "EXCEPT";
                    };
            errors.add(
                    right == null ? -1 : firstTarget(right),
                    "42601",
                    "each " + word + " query must have the same number of columns",
                    null,
                    Certainty.CERTAIN);
            return null;
        }
        return first == null ? null : both(first, second);
    }

    private static List<Col> both(List<Col> first, @Nullable List<Col> second) {
        List<Col> both = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Value other = second == null ? Value.UNKNOWN : second.get(i).value();
            both.add(Col.of(first.get(i).name(), both(first.get(i).value(), other)));
        }
        return both;
    }

    /// A literal without a type becomes text.
    private static Value stored(Value value) {
        return "unknown".equals(value.type()) ? Value.scalar("text") : value;
    }

    private static Value both(Value one, Value other) {
        return stored(one).equals(stored(other)) ? stored(one) : Value.UNKNOWN;
    }

    private @Nullable List<Col> side(SelectStmt side, Scope scope) {
        boolean inner =
                side.op() != SetOperation.SETOP_NONE
                        && side.sortClause().isEmpty()
                        && side.limitCount() == null
                        && side.limitOffset() == null
                        && side.withClause() == null
                        && side.lockingClause().isEmpty();
        return inner ? tree(side, scope, null) : queries.check(side, scope);
    }

    /// {@return the first query of a set operation; itself of any other}
    static SelectStmt leaf(SelectStmt select) {
        SelectStmt leaf = select;
        for (SelectStmt left = leaf; left != null; left = left.larg()) {
            leaf = left;
        }
        return leaf;
    }

    private static int firstTarget(SelectStmt select) {
        SelectStmt leaf = leaf(select);
        List<ListNode> rows = leaf.valuesLists();
        List<? extends Node> list = rows.isEmpty() ? leaf.targetList() : rows.getFirst().items();
        return list.isEmpty() ? -1 : Places.leftmost(list.getFirst());
    }

    private void bySorted(SelectStmt select, @Nullable List<Col> columns, Scope scope) {
        Item output = new Item("*VALUES*", null, false, columns);
        scope.see(List.of(Seen.of(output)));
        List<Target> list = new ArrayList<>();
        for (Col column : columns == null ? List.<Col>of() : columns) {
            list.add(new Target(select, List.of(column), false));
        }
        sorting.items(select.sortClause(), Clause.ORDER_BY, list, scope);
    }

    /// What follows a set operation sees its output columns only, by name or number.
    private void sortedOutput(List<SortBy> sorts, List<Col> columns, Scope scope) {
        List<Target> list = new ArrayList<>();
        for (Col column : columns) {
            list.add(new Target(sorts.getFirst(), List.of(column), false));
        }
        Item output = new Item("", null, true, columns);
        scope.see(List.of(new Seen(output, false, true, Seen.Lateral.PLAIN)));
        for (SortBy sort : sorts) {
            int before = errors.count();
            List<Sorted> sorted = sorting.items(List.of(sort), Clause.ORDER_BY, list, scope);
            boolean named =
                    errors.count() > before
                            || sorted.stream()
                                    .allMatch(item -> Boolean.TRUE.equals(item.selected()));
            Node item = sort.node();
            if (!named && !(item instanceof AConst)) {
                errors.add(
                        Places.leftmost(item),
                        "0A000",
                        "invalid UNION/INTERSECT/EXCEPT ORDER BY clause",
                        "name an output column, or put the operation into a subquery",
                        Certainty.CERTAIN);
                return;
            }
        }
    }
}
