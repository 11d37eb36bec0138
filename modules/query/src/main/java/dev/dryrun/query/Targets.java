package dev.dryrun.query;

import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Analyses SELECT lists and those of RETURNING.
final class Targets {

    private final Expressions expressions;

    Targets(Expressions expressions) {
        this.expressions = expressions;
    }

    List<Target> list(List<Node> items, Clause clause, Scope scope) {
        Clause before = scope.clause(clause);
        List<Target> targets = new ArrayList<>(items.size());
        for (Node item : items) {
            Node value = item.child("val");
            if (value != null) {
                targets.add(target(item, value, scope));
            }
        }
        scope.clause(before);
        return targets;
    }

    private Target target(Node item, Node value, Scope scope) {
        if (value.kind().equals("ColumnRef") && Names.isStar(value)) {
            return new Target(value, expressions.names().star(value, scope), true);
        }
        List<Node> steps =
                value.kind().equals("A_Indirection") ? value.children("indirection") : List.of();
        if (!steps.isEmpty() && steps.getLast().kind().equals("A_Star")) {
            Value row = expressions.value(steps.size() == 1 ? value.child("arg") : value, scope);
            return new Target(value, steps.size() == 1 ? expressions.fields(row) : null, true);
        }
        Value of = expressions.value(value, scope);
        String alias = item.text("name");
        return new Target(
                value, List.of(Col.of(alias == null ? Figured.name(value) : alias, of)), false);
    }

    /// {@return the columns of a list; null when they are not all known}
    static @Nullable List<Col> columns(List<Target> targets) {
        List<Col> all = new ArrayList<>();
        for (Target target : targets) {
            List<Col> columns = target.columns();
            if (columns == null) {
                return null;
            }
            all.addAll(columns);
        }
        return all;
    }
}
