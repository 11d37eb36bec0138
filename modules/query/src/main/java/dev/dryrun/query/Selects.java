package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.Node;
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

    @Nullable List<Col> check(Node select, Scope scope, @Nullable Cte recursive) {
        queries.with().check(select.child("withClause"), scope);
        if (select.child("larg") != null) {
            return operation(select, scope, recursive);
        }
        if (!select.children("valuesLists").isEmpty()) {
            return values(select, scope);
        }
        return plain(select, scope);
    }

    private @Nullable List<Col> plain(Node select, Scope scope) {
        scope.windows().addAll(select.children("windowClause"));
        from.check(select.children("fromClause"), scope);
        List<Target> list = targets.list(select.children("targetList"), Clause.TARGET, scope);
        expressions.in(Clause.WHERE, select.child("whereClause"), scope);
        expressions.in(Clause.HAVING, select.child("havingClause"), scope);
        List<Sorted> sorted =
                sorting.items(select.children("sortClause"), Clause.ORDER_BY, list, scope);
        List<Node> groups = select.children("groupClause");
        List<Sorted> grouped = sorting.items(groups, Clause.GROUP_BY, list, scope);
        List<Node> distinct = select.children("distinctClause");
        sorting.items(distinct, Clause.DISTINCT_ON, list, scope);
        if (distinct.isEmpty() && select.fields().get("distinctClause") != null) {
            sorting.distinct(sorted);
        }
        limits(select, scope);
        windows.check(scope);
        locks(select, scope);
        boolean grouping =
                scope.hasAggregates() || !groups.isEmpty() || select.child("havingClause") != null;
        if (grouping) {
            resolved.grouped(select);
            Grouping check = new Grouping(errors, resolved, sameness, scope);
            check.by(grouped, groups);
            list.forEach(target -> check.check(target.node()));
            sorted.forEach(item -> check.check(item.column() == null ? item.node() : null));
            check.check(select.child("havingClause"));
        }
        return Targets.columns(list);
    }

    private void limits(Node select, Scope scope) {
        limit(select.child("limitOffset"), Clause.OFFSET, scope);
        limit(select.child("limitCount"), Clause.LIMIT, scope);
    }

    private void limit(@Nullable Node limit, Clause clause, Scope scope) {
        expressions.in(clause, limit, scope);
        if (limit == null) {
            return;
        }
        for (Node reference : limit.find("ColumnRef")) {
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

    private void locks(Node select, Scope scope) {
        for (Node lock : select.children("lockingClause")) {
            String strength =
                    switch (String.valueOf(lock.text("strength"))) {
                        case "LCS_FORKEYSHARE" -> "FOR KEY SHARE";
                        case "LCS_FORSHARE" -> "FOR SHARE";
                        case "LCS_FORNOKEYUPDATE" -> "FOR NO KEY UPDATE";
                        default -> "FOR UPDATE";
                    };
            for (Node range : lock.children("lockedRels")) {
                String name = String.valueOf(range.text("relname"));
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

    private @Nullable List<Col> values(Node select, Scope scope) {
        List<Col> columns = null;
        for (Node row : select.children("valuesLists")) {
            List<Node> items = row.children("items");
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

    private @Nullable List<Col> operation(Node select, Scope scope, @Nullable Cte recursive) {
        List<Col> columns = tree(select, scope, recursive);
        Node leaf = select;
        for (Node left = leaf; left != null; left = left.child("larg")) {
            leaf = left;
        }
        List<Node> sorts = select.children("sortClause");
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
    private @Nullable List<Col> tree(Node select, Scope scope, @Nullable Cte recursive) {
        Node left = select.child("larg");
        Node right = select.child("rarg");
        List<Col> first = left == null ? null : side(left, scope);
        if (recursive != null) {
            recursive.learn(queries.with().named(recursive, first, false));
        }
        List<Col> second = right == null ? null : side(right, scope);
        if (first != null && second != null && first.size() != second.size()) {
            String word =
                    switch (String.valueOf(select.text("op"))) {
                        case "SETOP_UNION" -> "UNION";
                        case "SETOP_INTERSECT" -> "INTERSECT";
                        default -> "EXCEPT";
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

    private @Nullable List<Col> side(Node side, Scope scope) {
        boolean inner =
                side.child("larg") != null
                        && side.children("sortClause").isEmpty()
                        && side.child("limitCount") == null
                        && side.child("limitOffset") == null
                        && side.child("withClause") == null
                        && side.children("lockingClause").isEmpty();
        return inner ? tree(side, scope, null) : queries.check(side, scope);
    }

    private static int firstTarget(Node select) {
        Node leaf = select;
        for (Node left = leaf; left != null; left = left.child("larg")) {
            leaf = left;
        }
        List<Node> rows = leaf.children("valuesLists");
        List<Node> list =
                rows.isEmpty() ? leaf.children("targetList") : rows.getFirst().children("items");
        return list.isEmpty() ? -1 : Places.leftmost(list.getFirst());
    }

    private void bySorted(Node select, @Nullable List<Col> columns, Scope scope) {
        Item output = new Item("*VALUES*", null, false, columns);
        scope.see(List.of(Seen.of(output)));
        List<Target> list = new ArrayList<>();
        for (Col column : columns == null ? List.<Col>of() : columns) {
            list.add(new Target(select, List.of(column), false));
        }
        sorting.items(select.children("sortClause"), Clause.ORDER_BY, list, scope);
    }

    /// What follows a set operation sees its output columns only, by name or number.
    private void sortedOutput(List<Node> sorts, List<Col> columns, Scope scope) {
        List<Target> list = new ArrayList<>();
        for (Col column : columns) {
            list.add(new Target(sorts.getFirst(), List.of(column), false));
        }
        Item output = new Item("", null, true, columns);
        scope.see(List.of(new Seen(output, false, true, Seen.Lateral.PLAIN)));
        for (Node sort : sorts) {
            int before = errors.count();
            List<Sorted> sorted = sorting.items(List.of(sort), Clause.ORDER_BY, list, scope);
            boolean named =
                    errors.count() > before
                            || sorted.stream()
                                    .allMatch(item -> Boolean.TRUE.equals(item.selected()));
            Node item = sort.child("node");
            if (!named && item != null && !item.kind().equals("A_Const")) {
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
