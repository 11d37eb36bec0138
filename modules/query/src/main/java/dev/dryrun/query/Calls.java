package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.NamedArgExpr;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.SortBy;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.WindowDef;
import dev.dryrun.query.Resolved.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Analyses calls of functions: whether there is one of that name for so many arguments, and
/// whether an aggregate or a window function may stand there.
final class Calls {

    private final Session session;
    private final Errors errors;
    private final Resolved resolved;
    private final Expressions expressions;
    private final DefinedNames defined;

    Calls(Session session, Errors errors, Resolved resolved, Expressions expressions) {
        this.session = session;
        this.errors = errors;
        this.resolved = resolved;
        this.expressions = expressions;
        this.defined = new DefinedNames(session, errors);
    }

    Value value(FuncCall call, Scope scope) {
        List<Node> arguments = call.args();
        List<Value> values = new ArrayList<>(expressions.all(arguments, scope));
        boolean ordered = call.aggWithinGroup();
        List<SortBy> order = call.aggOrder();
        if (ordered) {
            for (SortBy item : order) {
                values.add(expressions.value(item.node(), scope));
            }
        }
        expressions.in(Clause.FILTER, call.aggFilter(), scope);
        Routines routines = routines(call);
        boolean found = lookedUp(call, routines, values);
        if (!ordered) {
            expressions.all(order, scope);
        }
        WindowDef over = call.over();
        if (routines instanceof Routines.Known(List<Signature> all) && found && !all.isEmpty()) {
            known(call, all, over, scope);
        } else {
            resolved.unsure(call.location());
        }
        if (over != null) {
            window(over, scope);
        }
        return found ? result(routines, arguments.size()) : Value.UNKNOWN;
    }

    private Routines routines(FuncCall call) {
        List<String> name = StringNode.texts(call.funcname());
        return name.size() > 2
                ? new Routines.Unsure()
                : session.call(name.size() == 2 ? name.getFirst() : null, name.getLast());
    }

    /// {@return the functions that a call in FROM may mean, of those that take its arguments; null
    /// when there may be others}
    @Nullable List<Signature> candidates(FuncCall call) {
        if (routines(call) instanceof Routines.Known(List<Signature> all)) {
            int arguments = call.args().size();
            return all.stream().filter(one -> one.takes(arguments)).toList();
        }
        return null;
    }

    /// {@return false when the server finds no function; the error is said then}
    private boolean lookedUp(FuncCall call, Routines routines, List<Value> values) {
        return switch (routines) {
            case Routines.Unsure() -> true;
            case Routines.NoSchema() -> {
                defined.noSchema(call, StringNode.texts(call.funcname()));
                yield false;
            }
            case Routines.Known(List<Signature> all) -> {
                boolean there =
                        all.stream().anyMatch(one -> one.takes(values.size()))
                                || mayTakeOtherwise(call, all)
                                || isCastOrField(call, values);
                if (!there) {
                    defined.noFunction(call, types(call, values));
                }
                yield there;
            }
        };
    }

    /// By names, spread out from an array, or in two lists.
    private static boolean mayTakeOtherwise(FuncCall call, List<Signature> all) {
        boolean otherwise =
                call.funcVariadic()
                        || call.aggWithinGroup()
                        || call.args().stream().anyMatch(NamedArgExpr.class::isInstance);
        return otherwise && !all.isEmpty();
    }

    /// `int4(x)` may be a cast, and `name(t)` a field of a row.
    private boolean isCastOrField(FuncCall call, List<Value> values) {
        List<String> name = StringNode.texts(call.funcname());
        boolean plain =
                values.size() == 1
                        && call.aggOrder().isEmpty()
                        && call.aggFilter() == null
                        && !call.aggDistinct()
                        && call.over() == null;
        if (!plain) {
            return false;
        }
        String schema = name.size() == 2 ? name.getFirst() : null;
        boolean noType =
                session.type(schema, name.getLast())
                                instanceof Defined.Answer.Missing(List<?> elsewhere)
                        && elsewhere.isEmpty();
        if (!noType) {
            return true;
        }
        Value value = values.getFirst();
        if (value.scalar() || schema != null) {
            return false;
        }
        List<Col> fields = expressions.fields(value);
        return fields == null
                || fields.stream().anyMatch(field -> name.getLast().equals(field.name()));
    }

    private static String types(FuncCall call, List<Value> values) {
        boolean known =
                values.stream().allMatch(value -> type(value) != null)
                        && call.args().stream().noneMatch(NamedArgExpr.class::isInstance);
        return known
                ? values.stream()
                        .map(value ->
                                Expressions.shownType(
                                        String.valueOf(type(value)).replaceAll("\\(.*?\\)", "")))
                        .collect(Collectors.joining(", "))
                : "…";
    }

    private static @Nullable String type(Value value) {
        Item row = value.row();
        return row != null && row.relation() != null
                ? row.relation().name().schema() + "." + row.relation().name().name()
                : value.type();
    }

    private void known(FuncCall call, List<Signature> all, @Nullable WindowDef over, Scope scope) {
        boolean onlyAggregates = all.stream().allMatch(one -> one.kind() == 'a');
        boolean aggregates = all.stream().anyMatch(one -> one.kind() == 'a');
        boolean windows = all.stream().anyMatch(one -> one.kind() == 'w');
        boolean aggregate =
                over == null && (onlyAggregates || (aggregates && call.aggWithinGroup()));
        if (aggregate) {
            aggregate(call, scope);
        } else if (aggregates && over == null) {
            resolved.unsure(call.location());
        } else if (over != null && (windows || onlyAggregates)) {
            refuse(call, "window functions are", scope.clause().refusesWindows(), "42P20");
        } else if (over != null && !aggregates) {
            errors.add(
                    call.location(),
                    "42809",
                    "OVER specified, but %s is not a window function nor an aggregate function"
                            .formatted(String.join(".", StringNode.texts(call.funcname()))),
                    null,
                    Certainty.LIKELY);
        } else if (windows && all.stream().allMatch(one -> one.kind() == 'w')) {
            errors.add(
                    call.location(),
                    "42809",
                    "window function %s requires an OVER clause"
                            .formatted(String.join(".", StringNode.texts(call.funcname()))),
                    null,
                    Certainty.CERTAIN);
        }
    }

    /// It belongs to the innermost level that its arguments mention, and to its own when they
    /// mention none.
    private void aggregate(FuncCall call, Scope scope) {
        Scope level = null;
        for (ColumnRef reference : call.find(ColumnRef.class)) {
            Variable variable = resolved.variable(reference.location());
            if (variable == null) {
                resolved.unsure(call.location());
                return;
            }
            Scope its = variable.scope();
            if (isAround(its, scope) && (level == null || isAround(level, its))) {
                level = its;
            }
        }
        Scope owner = level == null ? scope : level;
        resolved.aggregate(call.location(), owner);
        refuse(call, "aggregate functions are", owner.clause().refusesAggregates(), "42803");
        owner.haveAggregates();
    }

    /// {@return whether a level is another one, or around it}
    private static boolean isAround(Scope level, Scope inner) {
        for (Scope scope = inner; scope != null; scope = scope.outer()) {
            if (scope == level) {
                return true;
            }
        }
        return false;
    }

    private void refuse(FuncCall call, String what, @Nullable String where, String sqlstate) {
        if (where != null) {
            errors.add(
                    call.location(),
                    sqlstate,
                    what + " not allowed in " + where,
                    null,
                    Certainty.CERTAIN);
        }
    }

    /// `OVER w` names a window; `OVER (…)` makes one, which is analysed at the end.
    private void window(WindowDef over, Scope scope) {
        String name = over.name();
        if (name == null) {
            scope.windows().add(over);
        } else if (scope.windows().stream().noneMatch(one -> name.equals(one.name()))) {
            Windows.missing(errors, over, name);
        }
    }

    /// Analyses what may be an aggregate, or not.
    Value unsure(Node call, Scope scope) {
        expressions.all(call.children(), scope);
        resolved.unsure(call.location());
        return Value.UNKNOWN;
    }

    private Value result(Routines routines, int arguments) {
        if (!(routines instanceof Routines.Known(List<Signature> all))) {
            return Value.UNKNOWN;
        }
        List<Value> results =
                all.stream()
                        .filter(one -> one.takes(arguments))
                        .map(this::result)
                        .distinct()
                        .toList();
        if (results.size() == 1) {
            return results.getFirst();
        }
        return !results.isEmpty() && results.stream().allMatch(Value::scalar)
                ? Value.SCALAR
                : Value.UNKNOWN;
    }

    private Value result(Signature signature) {
        if (signature.result().isEmpty()) {
            return Value.UNKNOWN;
        }
        if (signature.builtIn()) {
            return session.builtInValue(signature.result());
        }
        boolean known =
                signature.outputs().isEmpty() && ShownType.qualified(signature.result()) != null;
        return known ? session.value(signature.result()) : Value.UNKNOWN;
    }
}
