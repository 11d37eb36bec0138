package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Analyses what INSERT puts where: its columns, and whether there is a value for each.
final class Inserted {

    private final Errors errors;
    private final Queries queries;
    private final Expressions expressions;
    private final Resolved resolved;

    Inserted(Errors errors, Queries queries, Expressions expressions, Resolved resolved) {
        this.errors = errors;
        this.queries = queries;
        this.expressions = expressions;
        this.resolved = resolved;
    }

    void check(Node insert, Node relation, Item target, Scope scope) {
        List<Node> columns = insert.children("cols");
        columns(columns, relation, target);
        Node select = insert.child("selectStmt");
        if (select == null) {
            return;
        }
        if (isPlainValues(select)) {
            values(select, columns, target, scope);
            return;
        }
        List<Col> given = queries.check(select, scope);
        if (given != null) {
            width(columns, target, given.size(), place(select, given, columns, target));
        }
    }

    static boolean isPlainValues(Node select) {
        return !select.children("valuesLists").isEmpty()
                && select.children("sortClause").isEmpty()
                && select.child("limitCount") == null
                && select.child("limitOffset") == null
                && select.child("withClause") == null
                && select.children("lockingClause").isEmpty();
    }

    private void values(Node select, List<Node> columns, Item target, Scope scope) {
        int width = -1;
        List<Node> rows = select.children("valuesLists");
        for (Node row : rows) {
            List<Node> items = row.children("items");
            Clause before = scope.clause(Clause.VALUES);
            for (Node item : items) {
                if (!item.kind().equals("SetToDefault")) {
                    expressions.value(item, scope);
                }
            }
            scope.clause(before);
            if (width >= 0 && width != items.size()) {
                Selects.unequalLists(errors, items);
                return;
            }
            width = items.size();
            width(columns, target, items);
        }
    }

    /// Checks the columns that INSERT names.
    void columns(List<Node> columns, Node relation, Item target) {
        Set<String> whole = new HashSet<>();
        for (Node column : columns) {
            String name = String.valueOf(column.text("name"));
            if (!Writes.isColumn(target, name)) {
                noColumn(errors, column, name, relation, target);
            } else if (!column.children("indirection").isEmpty()) {
                field(column, name, target);
            } else if (!whole.add(name)) {
                errors.add(
                        column.location(),
                        "42701",
                        "column \"" + name + "\" specified more than once",
                        null,
                        Certainty.CERTAIN);
            }
        }
    }

    /// `SET column.field = …` and `INSERT INTO t (column.field)` name a field of a composite type.
    void field(Node assignment, String column, Item target) {
        List<Node> steps = assignment.children("indirection");
        List<Col> named = target.named(column);
        if (steps.isEmpty() || !steps.getFirst().kind().equals("String") || named.size() != 1) {
            return;
        }
        Value value = named.getFirst().value();
        List<Col> fields = expressions.fields(value);
        String name = String.valueOf(steps.getFirst().text("sval"));
        if (fields != null && fields.stream().noneMatch(one -> name.equals(one.name()))) {
            errors.add(
                    assignment.location(),
                    "42703",
                    ("cannot assign to field \"%s\" of column \"%s\" because there is no such"
                                    + " column in data type %s")
                            .formatted(
                                    name,
                                    column,
                                    Expressions.shownType(String.valueOf(value.type()))),
                    null,
                    Certainty.CERTAIN);
        }
    }

    static void noColumn(Errors errors, Node named, String column, Node relation, Item target) {
        errors.add(
                named.location(),
                "42703",
                "column \"%s\" of relation \"%s\" does not exist"
                        .formatted(column, relation.text("relname")),
                Names.meant(column, List.of(target)),
                Certainty.CERTAIN,
                Repair.of(
                        Repair.COLUMN,
                        named.location(),
                        0,
                        column,
                        Names.columns(List.of(target))));
    }

    /// Checks that there are as many values as columns.
    void width(List<Node> columns, Item target, List<Node> values) {
        if (values.stream().anyMatch(value -> !value.find("A_Star").isEmpty())) {
            return;
        }
        int wanted = wanted(columns, target);
        int place =
                wanted >= 0 && values.size() > wanted ? Places.leftmost(values.get(wanted)) : -1;
        width(columns, target, values.size(), place);
    }

    private static int wanted(List<Node> columns, Item target) {
        List<Col> all = target.columns();
        return columns.isEmpty() ? all == null ? -1 : all.size() : columns.size();
    }

    private void width(List<Node> columns, Item target, int given, int place) {
        int wanted = wanted(columns, target);
        if (wanted >= 0 && given > wanted) {
            errors.add(
                    place,
                    "42601",
                    "INSERT has more expressions than target columns",
                    null,
                    Certainty.CERTAIN);
        } else if (!columns.isEmpty() && given < wanted) {
            errors.add(
                    columns.get(given).location(),
                    "42601",
                    "INSERT has more target columns than expressions",
                    null,
                    Certainty.CERTAIN);
        }
    }

    /// {@return where the first column that is too many stands in a query}
    private int place(Node select, List<Col> given, List<Node> columns, Item target) {
        int wanted = wanted(columns, target);
        if (wanted < 0 || given.size() <= wanted) {
            return -1;
        }
        Node leaf = select;
        for (Node left = leaf; left != null; left = left.child("larg")) {
            leaf = left;
        }
        int at = 0;
        List<Node> rows = leaf.children("valuesLists");
        if (!rows.isEmpty()) {
            return Places.leftmost(rows.getFirst().children("items").get(wanted));
        }
        for (Node item : leaf.children("targetList")) {
            Node value = item.child("val");
            if (value == null) {
                continue;
            }
            boolean star = value.kind().equals("ColumnRef") && Names.isStar(value);
            at += star ? resolved.star(value.location()).size() : 1;
            if (at > wanted) {
                return Places.leftmost(value);
            }
        }
        return -1;
    }
}
