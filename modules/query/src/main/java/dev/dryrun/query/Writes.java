package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.Column;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.query.Seen.Lateral;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Analyses INSERT, UPDATE, DELETE and MERGE. Not safe for concurrent calls.
final class Writes {

    private static final int RETURNS_OLD_AND_NEW = 180_000;

    private final Session session;
    private final Errors errors;
    private final Queries queries;
    private final FromClauses from;
    private final Expressions expressions;
    private final Relations relations;
    private final Targets targets;
    private final Inserted inserted;
    private final List<Runnable> atLast = new ArrayList<>();

    Writes(
            Session session,
            Errors errors,
            Queries queries,
            FromClauses from,
            Expressions expressions,
            Relations relations,
            Targets targets,
            Resolved resolved) {
        this.session = session;
        this.errors = errors;
        this.queries = queries;
        this.from = from;
        this.expressions = expressions;
        this.relations = relations;
        this.targets = targets;
        this.inserted = new Inserted(errors, queries, expressions, resolved);
    }

    void finish() {
        atLast.forEach(Runnable::run);
    }

    @Nullable List<Col> insert(Node insert, Scope scope) {
        queries.with().check(insert.child("withClause"), scope);
        Node relation = insert.child("relation");
        if (relation == null) {
            return null;
        }
        Item target = opened(relation, scope);
        inserted.check(insert, relation, target, scope);
        String override = String.valueOf(insert.text("override"));
        atLast.add(() -> Generated.inserted(errors, insert, target, override));
        Node conflict = insert.child("onConflictClause");
        if (conflict != null) {
            conflict(conflict, relation, target, scope);
        }
        scope.see(List.of(Seen.of(target)));
        return returning(insert, target, scope);
    }

    private Item opened(Node relation, Scope scope) {
        Item target = relations.open(relation);
        scope.items().add(target);
        return target;
    }

    private void conflict(Node conflict, Node relation, Item target, Scope scope) {
        boolean update = "ONCONFLICT_UPDATE".equals(conflict.text("action"));
        Node infer = conflict.child("infer");
        if (update && infer == null) {
            errors.add(
                    conflict.location(),
                    "42601",
                    "ON CONFLICT DO UPDATE requires inference specification or constraint name",
                    null,
                    Certainty.CERTAIN);
        }
        scope.see(List.of(Seen.of(target)));
        if (infer != null) {
            for (Node element : infer.children("indexElems")) {
                arbiter(element, infer, target, scope);
            }
            expressions.value(infer.child("whereClause"), scope);
        }
        if (!update) {
            return;
        }
        Item excluded = new Item("excluded", target.relation(), true, target.columns());
        scope.items().add(excluded);
        scope.see(
                List.of(
                        Seen.of(target),
                        // By its own name only: a bare column means the target's.
                        new Seen(excluded, true, true, Lateral.PLAIN)));
        assignments(conflict.children("targetList"), relation, target, scope);
        expressions.in(Clause.WHERE, conflict.child("whereClause"), scope);
    }

    private void arbiter(Node element, Node infer, Item target, Scope scope) {
        String column = element.text("name");
        if (column == null) {
            expressions.value(element.child("expr"), scope);
        } else if (target.columns() != null && target.named(column).isEmpty()) {
            errors.add(
                    infer.location(),
                    "42703",
                    "column \"" + column + "\" does not exist",
                    Names.meant(column, List.of(target)),
                    Certainty.CERTAIN);
        }
    }

    private void assignments(List<Node> assignments, Node relation, Item target, Scope scope) {
        Clause before = scope.clause(Clause.UPDATE);
        for (Node assignment : assignments) {
            Node value = assignment.child("val");
            if (value != null && !value.kind().equals("SetToDefault")) {
                expressions.value(value, scope);
            }
        }
        scope.clause(before);
        for (Node assignment : assignments) {
            column(assignment, relation, target);
        }
        atLast.add(() -> Generated.updated(errors, assignments, target));
    }

    private void column(Node assignment, Node relation, Item target) {
        String column = assignment.text("name");
        if (column != null && target.columns() != null && !isColumn(target, column)) {
            Inserted.noColumn(errors, assignment, column, relation, target);
        } else if (column != null) {
            inserted.field(assignment, column, target);
        }
    }

    static boolean isColumn(Item target, String column) {
        List<Col> columns = target.columns();
        return columns == null
                || columns.stream().anyMatch(one -> column.equals(one.name()))
                || SystemNames.isColumn(column)
                || (target.aliased() && target.relation() == null);
    }

    @Nullable List<Col> update(Node update, Scope scope) {
        queries.with().check(update.child("withClause"), scope);
        Node relation = update.child("relation");
        if (relation == null) {
            return null;
        }
        Item target = opened(relation, scope);
        scope.see(Seen.as(List.of(Seen.of(target)), Lateral.REFUSED));
        from.check(update.children("fromClause"), scope);
        expressions.in(Clause.WHERE, update.child("whereClause"), scope);
        List<Col> returned = returning(update, target, scope);
        assignments(update.children("targetList"), relation, target, scope);
        return returned;
    }

    @Nullable List<Col> delete(Node delete, Scope scope) {
        queries.with().check(delete.child("withClause"), scope);
        Node relation = delete.child("relation");
        if (relation == null) {
            return null;
        }
        Item target = opened(relation, scope);
        scope.see(Seen.as(List.of(Seen.of(target)), Lateral.REFUSED));
        from.check(delete.children("usingClause"), scope);
        expressions.in(Clause.WHERE, delete.child("whereClause"), scope);
        return returning(delete, target, scope);
    }

    @Nullable List<Col> merge(Node merge, Scope scope) {
        queries.with().check(merge.child("withClause"), scope);
        Node relation = merge.child("relation");
        Node source = merge.child("sourceRelation");
        if (relation == null || source == null) {
            return null;
        }
        Item target = opened(relation, scope);
        from.check(List.of(source), scope);
        List<Seen> sources = List.copyOf(scope.seen());
        List<Seen> own = List.of(Seen.of(target));
        for (Seen seen : sources) {
            String name = seen.item().name();
            if (seen.byName() && name != null && name.equals(target.name())) {
                errors.add(
                        -1,
                        "42712",
                        "name \"" + name + "\" specified more than once",
                        null,
                        Certainty.CERTAIN);
            }
        }
        List<Seen> both = new ArrayList<>(own);
        both.addAll(sources);
        scope.see(both);
        expressions.in(Clause.JOIN_ON, merge.child("joinCondition"), scope);
        List<Col> returned = returning(merge, target, scope);
        for (Node when : merge.children("mergeWhenClauses")) {
            String matched = String.valueOf(when.text("matchKind"));
            scope.see(
                    matched.equals("MERGE_WHEN_NOT_MATCHED_BY_TARGET")
                            ? sources
                            : matched.equals("MERGE_WHEN_NOT_MATCHED_BY_SOURCE") ? own : both);
            expressions.in(Clause.MERGE_WHEN, when.child("condition"), scope);
            action(when, relation, target, scope);
        }
        return returned;
    }

    private void action(Node when, Node relation, Item target, Scope scope) {
        switch (String.valueOf(when.text("commandType"))) {
            case "CMD_INSERT" -> {
                List<Node> columns = when.children("targetList");
                inserted.columns(columns, relation, target);
                List<Node> values = when.children("values");
                Clause before = scope.clause(Clause.VALUES);
                expressions.all(values, scope);
                scope.clause(before);
                if (when.fields().get("values") != null) {
                    inserted.width(columns, target, values);
                }
                String override = String.valueOf(when.text("override"));
                atLast.add(
                        () -> Generated.values(errors, columns, List.of(values), target, override));
            }
            case "CMD_UPDATE" -> assignments(when.children("targetList"), relation, target, scope);
            default -> {}
        }
    }

    private @Nullable List<Col> returning(Node statement, Item target, Scope scope) {
        // Before the grammar of 18 there is a plain list, and no OLD and NEW.
        List<Node> plain = statement.children("returningList");
        Node clause = statement.child("returningClause");
        if (clause == null) {
            return plain.isEmpty()
                    ? null
                    : Targets.columns(targets.list(plain, Clause.RETURNING, scope));
        }
        List<Seen> all = new ArrayList<>(scope.seen());
        boolean named = !clause.children("options").isEmpty();
        if (named || session.serverVersionNum() >= RETURNS_OLD_AND_NEW) {
            Set<String> names = new HashSet<>();
            Set<String> kinds = new HashSet<>();
            for (Node option : clause.children("options")) {
                names.add(String.valueOf(option.text("value")));
                kinds.add(String.valueOf(option.text("option")));
            }
            if (!kinds.contains("RETURNING_OPTION_OLD")) {
                names.add("old");
            }
            if (!kinds.contains("RETURNING_OPTION_NEW")) {
                names.add("new");
            }
            for (String name : names) {
                if (all.stream().noneMatch(seen -> name.equals(seen.item().name()))) {
                    Item row = new Item(name, target.relation(), true, target.columns());
                    all.add(new Seen(row, true, false, Lateral.PLAIN));
                }
            }
        }
        List<Seen> before = scope.see(all);
        List<Target> list = targets.list(clause.children("exprs"), Clause.RETURNING, scope);
        scope.see(before);
        return Targets.columns(list);
    }

    /// Columns of a table that only DEFAULT may be written to.
    static boolean isGenerated(Item target, String column) {
        return target.relation() instanceof Table table
                && table.columns().stream()
                        .filter(one -> one.name().equals(column))
                        .anyMatch(one -> one.generated() != null);
    }

    static boolean isAlwaysIdentity(Item target, String column) {
        if (!(target.relation() instanceof Table table)) {
            return false;
        }
        for (Column one : table.columns()) {
            Column.Identity identity = one.identity();
            if (one.name().equals(column) && identity != null && identity.always()) {
                return true;
            }
        }
        return false;
    }
}
