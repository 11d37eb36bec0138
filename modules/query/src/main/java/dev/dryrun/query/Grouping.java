package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.GroupingFunc;
import dev.dryrun.pgquery.tree.GroupingSet;
import dev.dryrun.pgquery.tree.JsonArrayAgg;
import dev.dryrun.pgquery.tree.JsonObjectAgg;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.TypeName;
import dev.dryrun.query.Col.Origin;
import dev.dryrun.query.Resolved.Variable;
import dev.dryrun.query.Sorting.Sorted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds columns that a grouped query uses without grouping by them: the server's
/// `parseCheckAggregates`. Not safe for concurrent calls.
final class Grouping {

    private final Errors errors;
    private final Resolved resolved;
    private final Sameness sameness;
    private final Scope scope;

    private final Set<Origin> columns = new HashSet<>();
    private final List<Node> computed = new ArrayList<>();
    private final Set<Origin> withinComputed = new HashSet<>();
    private final Deque<Node> around = new ArrayDeque<>();
    private boolean sets;

    Grouping(Errors errors, Resolved resolved, Sameness sameness, Scope scope) {
        this.errors = errors;
        this.resolved = resolved;
        this.sameness = sameness;
        this.scope = scope;
    }

    /// Takes what the query groups by.
    ///
    /// @param grouped what GROUP BY means
    /// @param raw the clause
    void by(List<Sorted> grouped, List<Node> raw) {
        sets = raw.stream().anyMatch(item -> item instanceof GroupingSet);
        for (Sorted item : grouped) {
            Col column = item.column();
            if (column != null) {
                star(item.node(), column);
                continue;
            }
            Variable variable =
                    item.node() instanceof ColumnRef
                            ? resolved.variable(item.node().location())
                            : null;
            if (variable != null) {
                columns.addAll(variable.origins());
            } else {
                computed.add(item.node());
                for (ColumnRef reference : item.node().find(ColumnRef.class)) {
                    Variable inner = resolved.variable(reference.location());
                    if (inner != null) {
                        withinComputed.addAll(inner.origins());
                    }
                }
            }
        }
    }

    private void star(Node star, Col column) {
        for (Variable variable : resolved.star(star.location())) {
            for (Origin origin : variable.origins()) {
                if (origin.column().equals(column.name())) {
                    columns.addAll(variable.origins());
                }
            }
        }
    }

    /// Looks at an expression that is computed from groups.
    void check(@Nullable Node expression) {
        if (expression != null) {
            check(expression, false);
        }
    }

    private void check(Node node, boolean within) {
        if (!within && computed.stream().anyMatch(one -> sameness.same(one, node))) {
            return;
        }
        switch (node) {
            case ColumnRef reference -> {
                Variable variable = resolved.variable(reference.location());
                if (variable != null) {
                    column(reference, variable, within);
                }
                resolved.star(reference.location())
                        .forEach(each -> column(reference, each, within));
            }
            case FuncCall _, JsonObjectAgg _, JsonArrayAgg _ -> {
                boolean skipped =
                        resolved.isUnsure(node.location())
                                || resolved.aggregate(node.location()) == scope;
                if (!skipped) {
                    below(node, within);
                }
            }
            case GroupingFunc _, TypeName _ -> {}
            case SelectStmt _ -> below(node, true);
            default -> below(node, within);
        }
    }

    private void below(Node node, boolean within) {
        around.push(node);
        node.children().forEach(child -> check(child, within));
        around.pop();
    }

    /// Whether some expression around a column may be one that is grouped by, once types are known:
    /// a call of one function is none of another's.
    private boolean mayBeComputed() {
        for (Node outer : around) {
            for (Node group : computed) {
                boolean others =
                        outer instanceof FuncCall one
                                && group instanceof FuncCall other
                                && !one.funcname().getLast().equals(other.funcname().getLast());
                if (!others) {
                    return true;
                }
            }
        }
        return false;
    }

    private void column(ColumnRef node, Variable variable, boolean within) {
        int place = node.location();
        // What is grouped by and computed cannot be a column alone.
        boolean computes = mayBeComputed();
        if (variable.scope() != scope || variable.origins().isEmpty()) {
            return;
        }
        for (Origin origin : variable.origins()) {
            boolean fits =
                    columns.contains(origin)
                            || (computes && withinComputed.contains(origin))
                            || isDetermined(origin.item());
            if (fits) {
                return;
            }
        }
        Origin origin = variable.origins().getFirst();
        String name = origin.item().name() + "." + origin.column();
        errors.add(
                place,
                "42803",
                within
                        ? "subquery uses ungrouped column \"" + name + "\" from outer query"
                        : "column \""
                                + name
                                + "\" must appear in the GROUP BY clause or be used in an"
                                + " aggregate function",
                null,
                Certainty.CERTAIN);
    }

    /// A primary key that is grouped by determines the other columns of its table.
    private boolean isDetermined(Item item) {
        if (!(item.relation() instanceof Table table)) {
            // Of what is not known, anything may be.
            return item.relation() == null && item.columns() == null;
        }
        List<Col> shown = item.columns();
        if (shown == null) {
            return true;
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint.kind() != ConstraintKind.PRIMARY_KEY) {
                continue;
            }
            boolean all = true;
            for (String key : constraint.columns()) {
                all &= isGrouped(item, table, shown, key);
            }
            if (all) {
                return sets || constraint.timing() == Constraint.Timing.NOT_DEFERRABLE;
            }
        }
        return false;
    }

    /// The alias of an item may rename its columns.
    private boolean isGrouped(Item item, Table table, List<Col> shown, String key) {
        for (int i = 0; i < Math.min(shown.size(), table.columns().size()); i++) {
            if (table.columns().get(i).name().equals(key)) {
                return columns.contains(new Origin(item, String.valueOf(shown.get(i).name())));
            }
        }
        return false;
    }
}
