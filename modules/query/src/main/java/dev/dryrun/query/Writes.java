package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.Column;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.IndexElem;
import dev.dryrun.pgquery.tree.InferClause;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.MergeWhenClause;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.OnConflictAction;
import dev.dryrun.pgquery.tree.OnConflictClause;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.ResTarget;
import dev.dryrun.pgquery.tree.ReturningClause;
import dev.dryrun.pgquery.tree.ReturningOption;
import dev.dryrun.pgquery.tree.ReturningOptionKind;
import dev.dryrun.pgquery.tree.SetToDefault;
import dev.dryrun.pgquery.tree.UpdateStmt;
import dev.dryrun.query.Seen.Lateral;
import java.util.ArrayList;
import java.util.EnumSet;
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

    @Nullable List<Col> insert(InsertStmt insert, Scope scope) {
        queries.with().check(insert.withClause(), scope);
        RangeVar relation = insert.relation();
        Item target = opened(relation, scope);
        inserted.check(insert, target, scope);
        atLast.add(() -> Generated.inserted(errors, insert, target));
        OnConflictClause conflict = insert.onConflictClause();
        if (conflict != null) {
            conflict(conflict, relation, target, scope);
        }
        scope.see(List.of(Seen.of(target)));
        return returning(insert.returningClause(), target, scope);
    }

    private Item opened(RangeVar relation, Scope scope) {
        Item target = relations.open(relation);
        scope.items().add(target);
        return target;
    }

    private void conflict(OnConflictClause conflict, RangeVar relation, Item target, Scope scope) {
        boolean update = conflict.action() == OnConflictAction.ONCONFLICT_UPDATE;
        InferClause infer = conflict.infer();
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
            for (IndexElem element : infer.indexElems()) {
                arbiter(element, infer, target, scope);
            }
            expressions.value(infer.whereClause(), scope);
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
        assignments(conflict.targetList(), relation, target, scope);
        expressions.in(Clause.WHERE, conflict.whereClause(), scope);
    }

    private void arbiter(IndexElem element, InferClause infer, Item target, Scope scope) {
        String column = element.name();
        if (column == null) {
            expressions.value(element.expr(), scope);
        } else if (target.columns() != null && target.named(column).isEmpty()) {
            errors.add(
                    infer.location(),
                    "42703",
                    "column \"" + column + "\" does not exist",
                    Names.meant(column, List.of(target)),
                    Certainty.CERTAIN);
        }
    }

    private void assignments(
            List<ResTarget> assignments, RangeVar relation, Item target, Scope scope) {
        Clause before = scope.clause(Clause.UPDATE);
        for (ResTarget assignment : assignments) {
            Node value = assignment.val();
            if (value != null && !(value instanceof SetToDefault)) {
                expressions.value(value, scope);
            }
        }
        scope.clause(before);
        for (ResTarget assignment : assignments) {
            column(assignment, relation, target);
        }
        atLast.add(() -> Generated.updated(errors, assignments, target));
    }

    private void column(ResTarget assignment, RangeVar relation, Item target) {
        String column = assignment.name();
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

    @Nullable List<Col> update(UpdateStmt update, Scope scope) {
        queries.with().check(update.withClause(), scope);
        RangeVar relation = update.relation();
        Item target = opened(relation, scope);
        scope.see(Seen.as(List.of(Seen.of(target)), Lateral.REFUSED));
        from.check(update.fromClause(), scope);
        expressions.in(Clause.WHERE, update.whereClause(), scope);
        List<Col> returned = returning(update.returningClause(), target, scope);
        assignments(update.targetList(), relation, target, scope);
        return returned;
    }

    @Nullable List<Col> delete(DeleteStmt delete, Scope scope) {
        queries.with().check(delete.withClause(), scope);
        Item target = opened(delete.relation(), scope);
        scope.see(Seen.as(List.of(Seen.of(target)), Lateral.REFUSED));
        from.check(delete.usingClause(), scope);
        expressions.in(Clause.WHERE, delete.whereClause(), scope);
        return returning(delete.returningClause(), target, scope);
    }

    @Nullable List<Col> merge(MergeStmt merge, Scope scope) {
        queries.with().check(merge.withClause(), scope);
        RangeVar relation = merge.relation();
        Item target = opened(relation, scope);
        from.check(List.of(merge.sourceRelation()), scope);
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
        expressions.in(Clause.JOIN_ON, merge.joinCondition(), scope);
        List<Col> returned = returning(merge.returningClause(), target, scope);
        for (MergeWhenClause when : merge.mergeWhenClauses()) {
            scope.see(
                    switch (when.matchKind()) {
                        case MERGE_WHEN_NOT_MATCHED_BY_TARGET -> sources;
                        case MERGE_WHEN_NOT_MATCHED_BY_SOURCE -> own;
                        case MERGE_WHEN_MATCHED -> both;
                    });
            expressions.in(Clause.MERGE_WHEN, when.condition(), scope);
            action(when, relation, target, scope);
        }
        return returned;
    }

    private void action(MergeWhenClause when, RangeVar relation, Item target, Scope scope) {
        switch (when.commandType()) {
            case CMD_INSERT -> {
                List<ResTarget> columns = when.targetList();
                inserted.columns(columns, relation, target);
                List<Node> values = when.values();
                Clause before = scope.clause(Clause.VALUES);
                expressions.all(values, scope);
                scope.clause(before);
                if (!values.isEmpty()) {
                    inserted.width(columns, target, values);
                }
                atLast.add(() ->
                        Generated.values(
                                errors, columns, List.of(values), target, when.override()));
            }
            case CMD_UPDATE -> assignments(when.targetList(), relation, target, scope);
            default -> {}
        }
    }

    private @Nullable List<Col> returning(
            @Nullable ReturningClause clause, Item target, Scope scope) {
        if (clause == null) {
            return null;
        }
        List<Seen> all = new ArrayList<>(scope.seen());
        boolean named = !clause.options().isEmpty();
        if (named || session.serverVersionNum() >= RETURNS_OLD_AND_NEW) {
            Set<String> names = new HashSet<>();
            Set<ReturningOptionKind> kinds = EnumSet.noneOf(ReturningOptionKind.class);
            for (ReturningOption option : clause.options()) {
                names.add(option.value());
                kinds.add(option.option());
            }
            if (!kinds.contains(ReturningOptionKind.RETURNING_OPTION_OLD)) {
                names.add("old");
            }
            if (!kinds.contains(ReturningOptionKind.RETURNING_OPTION_NEW)) {
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
        List<Target> list = targets.list(clause.exprs(), Clause.RETURNING, scope);
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
