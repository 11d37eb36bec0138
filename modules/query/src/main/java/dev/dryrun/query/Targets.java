package dev.dryrun.query;

import dev.dryrun.pgquery.tree.AIndirection;
import dev.dryrun.pgquery.tree.AStar;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.ResTarget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Analyses SELECT lists and those of RETURNING.
final class Targets {

    private final Expressions expressions;

    Targets(Expressions expressions) {
        this.expressions = expressions;
    }

    List<Target> list(List<ResTarget> items, Clause clause, Scope scope) {
        Clause before = scope.clause(clause);
        List<Target> targets = new ArrayList<>(items.size());
        for (ResTarget item : items) {
            Node value = item.val();
            if (value != null) {
                targets.add(target(item, value, scope));
            }
        }
        scope.clause(before);
        return targets;
    }

    private Target target(ResTarget item, Node value, Scope scope) {
        if (value instanceof ColumnRef reference && Names.isStar(reference)) {
            return new Target(value, expressions.names().star(reference, scope), true);
        }
        if (value instanceof AIndirection indirection
                && indirection.indirection().getLast() instanceof AStar) {
            boolean alone = indirection.indirection().size() == 1;
            Value row = expressions.value(alone ? indirection.arg() : value, scope);
            return new Target(value, alone ? expressions.fields(row) : null, true);
        }
        Value of = expressions.value(value, scope);
        String alias = item.name();
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
