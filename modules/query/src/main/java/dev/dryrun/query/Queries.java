package dev.dryrun.query;

import dev.dryrun.pgquery.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks SELECT, INSERT, UPDATE, DELETE and MERGE, and what stands within them.
final class Queries {

    private final References references;
    private final FromClauses from;
    private final Expressions expressions;

    Queries(Session session, Errors errors) {
        this.references = new References(session, errors);
        this.expressions = new Expressions(this, references, new DefinedNames(session, errors));
        this.from = new FromClauses(this, expressions, references);
    }

    void learnNames(Set<String> namesOfItems) {
        references.learnNames(namesOfItems);
    }

    /// Checks a query.
    ///
    /// @param query the statement
    /// @param outer what it sees of the query around; null when that is nothing
    /// @param ctes the names of WITH that it sees
    void check(Node query, @Nullable Scope outer, Ctes ctes) {
        Ctes own = with(query, outer, ctes);
        switch (query.kind()) {
            case "SelectStmt" -> select(query, outer, own);
            case "InsertStmt" -> insert(query, outer, own);
            case "UpdateStmt" -> update(query, outer, own);
            case "DeleteStmt" -> delete(query, outer, own);
            case "MergeStmt" -> merge(query, own);
            default -> {}
        }
    }

    private Ctes with(Node query, @Nullable Scope outer, Ctes ctes) {
        Node with = query.child("withClause");
        if (with == null) {
            return ctes;
        }
        Set<String> names = new HashSet<>();
        Ctes own = new Ctes(ctes, names);
        List<Node> items = with.children("ctes");
        if (with.flag("recursive")) {
            items.forEach(item -> learn(names, item));
        }
        for (Node item : items) {
            Node inner = item.child("ctequery");
            if (inner != null) {
                check(inner, outer, new Ctes(ctes, Set.copyOf(names)));
            }
            learn(names, item);
        }
        return own;
    }

    private static void learn(Set<String> names, Node item) {
        String name = item.text("ctename");
        if (name != null) {
            names.add(name);
        }
    }

    private void select(Node select, @Nullable Scope outer, Ctes ctes) {
        Node left = select.child("larg");
        Node right = select.child("rarg");
        if (left != null && right != null) {
            // What follows a set operation sees its output columns only.
            check(left, outer, ctes);
            check(right, outer, ctes);
            return;
        }
        Scope scope = Scope.within(outer);
        List<Node> rows = select.children("valuesLists");
        if (!rows.isEmpty()) {
            // What follows VALUES sees column1, column2 and so on.
            expressions.all(rows, scope, ctes);
            return;
        }
        from.check(select.children("fromClause"), scope, ctes);
        List<Node> targets = select.children("targetList");
        expressions.all(targets, scope, ctes);
        expressions.one(select.child("whereClause"), scope, ctes);
        expressions.one(select.child("havingClause"), scope, ctes);
        OutputNames output = OutputNames.of(targets);
        expressions.byOutput(select.children("sortClause"), output, scope, ctes);
        expressions.byOutput(select.children("groupClause"), output, scope, ctes);
        expressions.byOutput(select.children("distinctClause"), output, scope, ctes);
        expressions.one(select.child("limitOffset"), scope, ctes);
        expressions.one(select.child("limitCount"), scope, ctes);
        expressions.all(select.children("windowClause"), scope, ctes);
    }

    private void insert(Node insert, @Nullable Scope outer, Ctes ctes) {
        Node relation = insert.child("relation");
        if (relation == null) {
            return;
        }
        Source target = references.target(relation);
        for (Node column : insert.children("cols")) {
            references.assigned(column, relation, target);
        }
        Node select = insert.child("selectStmt");
        if (select != null) {
            check(select, outer, ctes);
        }
        Scope scope = Scope.within(outer);
        scope.add(target);
        Node conflict = insert.child("onConflictClause");
        if (conflict != null) {
            Scope both = Scope.within(outer);
            both.add(target);
            both.add(new Source("excluded", null, target.columns()));
            Node infer = conflict.child("infer");
            if (infer != null) {
                expressions.all(infer.children("indexElems"), scope, ctes);
                expressions.one(infer.child("whereClause"), scope, ctes);
            }
            List<Node> assignments = conflict.children("targetList");
            expressions.all(assignments, both, ctes);
            for (Node assignment : assignments) {
                references.assigned(assignment, relation, target);
            }
            expressions.one(conflict.child("whereClause"), both, ctes);
        }
        returning(insert, target, scope, ctes);
    }

    private void update(Node update, @Nullable Scope outer, Ctes ctes) {
        Node relation = update.child("relation");
        if (relation == null) {
            return;
        }
        Source target = references.target(relation);
        Scope scope = Scope.within(outer);
        from.check(update.children("fromClause"), scope, ctes);
        scope.add(target);
        expressions.one(update.child("whereClause"), scope, ctes);
        returning(update, target, scope, ctes);
        List<Node> assignments = update.children("targetList");
        expressions.all(assignments, scope, ctes);
        for (Node assignment : assignments) {
            references.assigned(assignment, relation, target);
        }
    }

    private void delete(Node delete, @Nullable Scope outer, Ctes ctes) {
        Node relation = delete.child("relation");
        if (relation == null) {
            return;
        }
        Source target = references.target(relation);
        Scope scope = Scope.within(outer);
        from.check(delete.children("usingClause"), scope, ctes);
        scope.add(target);
        expressions.one(delete.child("whereClause"), scope, ctes);
        returning(delete, target, scope, ctes);
    }

    /// Of MERGE, only the relations: its branches see different items each.
    private void merge(Node merge, Ctes ctes) {
        Node relation = merge.child("relation");
        Node source = merge.child("sourceRelation");
        if (relation != null) {
            references.target(relation);
        }
        if (source != null && source.kind().equals("RangeVar")) {
            references.relation(source, ctes);
        }
    }

    private void returning(Node statement, Source target, Scope scope, Ctes ctes) {
        // Before the grammar of 18 there is a plain list, and no OLD and NEW.
        expressions.all(statement.children("returningList"), scope, ctes);
        Node clause = statement.child("returningClause");
        if (clause == null) {
            return;
        }
        Scope all = new Scope(scope.outer(), new ArrayList<>(scope.sources()));
        all.add(new Source("old", null, target.columns()));
        all.add(new Source("new", null, target.columns()));
        for (Node option : clause.children("options")) {
            String name = option.text("value");
            if (name != null) {
                all.add(new Source(name, null, target.columns()));
            }
        }
        expressions.all(clause.children("exprs"), all, ctes);
    }
}
