package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.AStar;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.ListNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.ResTarget;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SetToDefault;
import dev.dryrun.pgquery.tree.StringNode;
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

    void check(InsertStmt insert, Item target, Scope scope) {
        List<ResTarget> columns = insert.cols();
        columns(columns, insert.relation(), target);
        if (!(insert.selectStmt() instanceof SelectStmt select)) {
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

    static boolean isPlainValues(SelectStmt select) {
        return !select.valuesLists().isEmpty()
                && select.sortClause().isEmpty()
                && select.limitCount() == null
                && select.limitOffset() == null
                && select.withClause() == null
                && select.lockingClause().isEmpty();
    }

    private void values(SelectStmt select, List<ResTarget> columns, Item target, Scope scope) {
        int width = -1;
        for (ListNode row : select.valuesLists()) {
            List<Node> items = row.items();
            Clause before = scope.clause(Clause.VALUES);
            for (Node item : items) {
                if (!(item instanceof SetToDefault)) {
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
    void columns(List<ResTarget> columns, RangeVar relation, Item target) {
        Set<String> whole = new HashSet<>();
        for (ResTarget column : columns) {
            String name = String.valueOf(column.name());
            if (!Writes.isColumn(target, name)) {
                noColumn(errors, column, name, relation, target);
            } else if (!column.indirection().isEmpty()) {
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
    void field(ResTarget assignment, String column, Item target) {
        List<Node> steps = assignment.indirection();
        List<Col> named = target.named(column);
        if (steps.isEmpty()
                || !(steps.getFirst() instanceof StringNode(String name))
                || named.size() != 1) {
            return;
        }
        Value value = named.getFirst().value();
        List<Col> fields = expressions.fields(value);
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

    static void noColumn(
            Errors errors, ResTarget named, String column, RangeVar relation, Item target) {
        errors.add(
                named.location(),
                "42703",
                "column \"%s\" of relation \"%s\" does not exist"
                        .formatted(column, relation.relname()),
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
    void width(List<ResTarget> columns, Item target, List<Node> values) {
        if (values.stream().anyMatch(value -> !value.find(AStar.class).isEmpty())) {
            return;
        }
        int wanted = wanted(columns, target);
        int place =
                wanted >= 0 && values.size() > wanted ? Places.leftmost(values.get(wanted)) : -1;
        width(columns, target, values.size(), place);
    }

    private static int wanted(List<ResTarget> columns, Item target) {
        List<Col> all = target.columns();
        return columns.isEmpty() ? all == null ? -1 : all.size() : columns.size();
    }

    private void width(List<ResTarget> columns, Item target, int given, int place) {
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
    private int place(SelectStmt select, List<Col> given, List<ResTarget> columns, Item target) {
        int wanted = wanted(columns, target);
        if (wanted < 0 || given.size() <= wanted) {
            return -1;
        }
        SelectStmt leaf = Selects.leaf(select);
        int at = 0;
        List<ListNode> rows = leaf.valuesLists();
        if (!rows.isEmpty()) {
            return Places.leftmost(rows.getFirst().items().get(wanted));
        }
        for (ResTarget item : leaf.targetList()) {
            Node value = item.val();
            if (value == null) {
                continue;
            }
            boolean star = value instanceof ColumnRef reference && Names.isStar(reference);
            at += star ? resolved.star(value.location()).size() : 1;
            if (at > wanted) {
                return Places.leftmost(value);
            }
        }
        return -1;
    }
}
