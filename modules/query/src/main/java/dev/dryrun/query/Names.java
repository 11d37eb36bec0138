package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import dev.dryrun.pgquery.tree.AStar;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.query.Col.Origin;
import dev.dryrun.query.Resolved.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what references to columns, rows and items mean, as the server's `parse_relation.c` does,
/// and words what it says of those that mean nothing.
final class Names {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String AMBIGUOUS_COLUMN = "42702";
    private static final String AMBIGUOUS_ALIAS = "42P09";
    private static final String INVALID_REFERENCE = "42P10";

    private final Session session;
    private final Errors errors;
    private final Resolved resolved;

    Names(Session session, Errors errors, Resolved resolved) {
        this.session = session;
        this.errors = errors;
        this.resolved = resolved;
    }

    /// What a name of an item was found to be.
    private sealed interface Found {
        record One(Scope scope, Item item) implements Found {}

        /// It may be there, or the error is said already.
        record Maybe() implements Found {}

        record None() implements Found {}
    }

    /// {@return what a `ColumnRef` in an expression stands for}
    Value column(ColumnRef reference, Scope scope) {
        List<String> names = StringNode.texts(reference.fields());
        if (isStar(reference)) {
            return names.isEmpty() ? Value.UNKNOWN : row(reference, names, scope);
        }
        return switch (names.size()) {
            case 1 -> bare(reference, names.getFirst(), scope);
            case 2, 3 -> qualified(reference, names, scope);
            default -> Value.UNKNOWN;
        };
    }

    static boolean isStar(ColumnRef reference) {
        return reference.fields().getLast() instanceof AStar;
    }

    private Value bare(ColumnRef reference, String name, Scope from) {
        for (Scope scope = from; scope != null; scope = scope.outer()) {
            Lookup found = lookup(scope, name);
            if (found.count > 1) {
                errors.add(
                        reference.location(),
                        AMBIGUOUS_COLUMN,
                        "column reference \"" + name + "\" is ambiguous",
                        found.hint(name),
                        Certainty.CERTAIN);
                return Value.UNKNOWN;
            }
            Seen seen = found.seen;
            Col column = found.column;
            if (seen != null && column != null) {
                return lateralRefused(reference, seen)
                        ? Value.UNKNOWN
                        : variable(reference, scope, seen.item(), column);
            }
            if (found.open) {
                return Value.UNKNOWN;
            }
        }
        return switch (item(reference, name, from)) {
            case Found.One(Scope scope, Item item) -> row(reference, scope, item);
            case Found.Maybe _ -> Value.UNKNOWN;
            case Found.None _ -> missingColumn(reference, "\"" + name + "\"", name, visible(from));
        };
    }

    /// {@return whether a bare name is a column of this level's items, or may be}
    boolean isLocal(String name, Scope scope) {
        Lookup found = lookup(scope, name);
        return found.count > 0;
    }

    /// {@return whether a bare name may be a column of an item of this level that is not known}
    boolean maybeLocal(String name, Scope scope) {
        return lookup(scope, name).open;
    }

    private record Lookup(
            int count, boolean open, @Nullable Seen seen, @Nullable Col column, List<Seen> all) {
        @Nullable String hint(String name) {
            List<String> ways =
                    all.stream()
                            .map(seen -> seen.item().name())
                            .filter(item -> item != null && !item.isEmpty())
                            .map(item -> item + "." + name)
                            .distinct()
                            .toList();
            return ways.size() < 2 ? null : "did you mean " + String.join(" or ", ways) + "?";
        }
    }

    private static Lookup lookup(Scope scope, String name) {
        int count = 0;
        boolean open = false;
        Seen where = null;
        Col column = null;
        List<Seen> all = new ArrayList<>();
        for (Seen seen : scope.seen()) {
            if (!seen.byColumn() || !scope.shows(seen)) {
                continue;
            }
            open |= seen.item().columns() == null;
            List<Col> named = seen.item().named(name);
            count += named.size();
            if (!named.isEmpty()) {
                where = seen;
                column = named.getFirst();
                all.add(seen);
            }
        }
        return new Lookup(count, open, where, column, all);
    }

    private Value variable(ColumnRef reference, Scope scope, Item item, Col column) {
        resolved.variable(reference.location(), new Variable(scope, item.origins(column)));
        return column.value();
    }

    private Value qualified(ColumnRef reference, List<String> names, Scope scope) {
        String column = names.getLast();
        return switch (itemOf(reference, names.subList(0, names.size() - 1), scope)) {
            case Found.Maybe _ -> Value.UNKNOWN;
            case Found.None _ -> Value.UNKNOWN;
            case Found.One(Scope at, Item item) -> {
                List<Col> found = item.named(column);
                if (found.size() > 1) {
                    errors.add(
                            reference.location(),
                            AMBIGUOUS_COLUMN,
                            "column reference \"" + column + "\" is ambiguous",
                            null,
                            Certainty.CERTAIN);
                    yield Value.UNKNOWN;
                }
                if (found.size() == 1) {
                    yield variable(reference, at, item, found.getFirst());
                }
                // A function that takes the row could stand as t.f too.
                if (item.columns() == null
                        || session.mayBeFunction(column)
                        || (item.isValue() && session.mayTakeValue(column))) {
                    yield Value.UNKNOWN;
                }
                String shown = names.get(names.size() - 2) + "." + column;
                yield missingColumn(reference, shown, column, List.of(item));
            }
        };
    }

    private Value missingColumn(
            ColumnRef reference, String shown, String column, List<Item> items) {
        errors.add(
                reference.location(),
                UNDEFINED_COLUMN,
                "column " + shown + " does not exist",
                meant(column, items),
                shown.startsWith("\"") ? Certainty.CERTAIN : Certainty.LIKELY,
                Repair.of(
                        Repair.COLUMN,
                        reference.location(),
                        reference.fields().size() - 1,
                        column,
                        columns(items)));
        return Value.UNKNOWN;
    }

    private Value row(ColumnRef reference, List<String> names, Scope scope) {
        return switch (itemOf(reference, names, scope)) {
            case Found.One(Scope at, Item item) -> row(reference, at, item);
            case Found.Maybe _, Found.None _ -> Value.UNKNOWN;
        };
    }

    private Value row(ColumnRef reference, Scope scope, Item item) {
        Origin whole = new Origin(item, "*");
        resolved.variable(reference.location(), new Variable(scope, List.of(whole)));
        return Value.rowOf(item);
    }

    /// Finds the item that the first parts of a dotted name name; says the error when there is
    /// none.
    private Found itemOf(ColumnRef reference, List<String> names, Scope scope) {
        if (names.size() == 1) {
            Found found = item(reference, names.getFirst(), scope);
            if (found instanceof Found.None) {
                missingItem(reference, null, names.getFirst(), scope);
            }
            return found;
        }
        return names.size() == 2
                ? relation(reference, names.getFirst(), names.getLast(), scope)
                : new Found.Maybe();
    }

    private Found item(ColumnRef reference, String name, Scope from) {
        boolean unsure = false;
        for (Scope scope = from; scope != null; scope = scope.outer()) {
            Seen found = null;
            for (Seen seen : scope.seen()) {
                if (!seen.byName() || !scope.shows(seen)) {
                    continue;
                }
                unsure |= seen.item().name() == null;
                if (name.equals(seen.item().name())) {
                    if (found != null) {
                        errors.add(
                                reference.location(),
                                AMBIGUOUS_ALIAS,
                                "table reference \"" + name + "\" is ambiguous",
                                null,
                                Certainty.CERTAIN);
                        return new Found.Maybe();
                    }
                    found = seen;
                }
            }
            if (found != null) {
                return lateralRefused(reference, found)
                        ? new Found.Maybe()
                        : new Found.One(scope, found.item());
            }
        }
        return unsure ? new Found.Maybe() : new Found.None();
    }

    private Found relation(ColumnRef reference, String schema, String name, Scope from) {
        for (Scope scope = from; scope != null; scope = scope.outer()) {
            for (Seen seen : scope.seen()) {
                Item item = seen.item();
                if (!seen.byName() || !scope.shows(seen)) {
                    continue;
                }
                Relation relation = item.relation();
                boolean may = relation == null && item.columns() == null;
                if (item.name() == null || (may && name.equals(item.name()))) {
                    return new Found.Maybe();
                }
                if (relation != null
                        && !item.aliased()
                        && relation.name().equals(new QualifiedName(schema, name))) {
                    return lateralRefused(reference, seen)
                            ? new Found.Maybe()
                            : new Found.One(scope, item);
                }
            }
        }
        missingItem(reference, schema, name, from);
        return new Found.None();
    }

    private boolean lateralRefused(ColumnRef reference, Seen seen) {
        if (seen.lateral() != Seen.Lateral.REFUSED) {
            return false;
        }
        errors.add(
                reference.location(),
                INVALID_REFERENCE,
                "invalid reference to FROM-clause entry for table \"" + seen.item().name() + "\"",
                null,
                Certainty.CERTAIN);
        return true;
    }

    private void missingItem(
            ColumnRef reference, @Nullable String schema, String name, Scope from) {
        List<String> items = visible(from).stream().map(item -> "" + item.name()).toList();
        boolean there = isAnywhere(schema, name, from);
        errors.add(
                reference.location(),
                UNDEFINED_TABLE,
                (there
                                ? "invalid reference to FROM-clause entry for table \""
                                : "missing FROM-clause entry for table \"")
                        + name
                        + "\"",
                Nearest.one(name, items).map(near -> "did you mean " + near + "?").orElse(null),
                Certainty.CERTAIN,
                schema == null
                        ? Repair.of(Repair.TABLE, reference.location(), 0, name, items)
                        : null);
    }

    /// An item of that name or relation that cannot be seen from here makes another message.
    private boolean isAnywhere(@Nullable String schema, String name, Scope from) {
        QualifiedName relation =
                (schema != null || from.cte(name) == null)
                                && session.relation(schema, name)
                                        instanceof Session.Lookup.Known(Relation known, _)
                        ? known.name()
                        : null;
        for (Scope scope = from; scope != null; scope = scope.outer()) {
            for (Item item : scope.items()) {
                Relation its = item.relation();
                if (name.equals(item.name()) || (its != null && its.name().equals(relation))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// {@return the columns that `*` or `t.*` stands for; null when they are not all known}
    @Nullable List<Col> star(ColumnRef reference, Scope scope) {
        List<String> names = StringNode.texts(reference.fields());
        if (!names.isEmpty()) {
            return switch (itemOf(reference, names, scope)) {
                case Found.One(Scope at, Item item) -> expand(reference, at, List.of(item));
                case Found.Maybe _, Found.None _ -> null;
            };
        }
        List<Item> items = scope.seen().stream().filter(Seen::byColumn).map(Seen::item).toList();
        if (items.isEmpty()) {
            errors.add(
                    reference.location(),
                    "42601",
                    "SELECT * with no tables specified is not valid",
                    null,
                    Certainty.CERTAIN);
            return null;
        }
        return expand(reference, scope, items);
    }

    private @Nullable List<Col> expand(ColumnRef reference, Scope scope, List<Item> items) {
        List<Col> all = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        boolean known = true;
        for (Item item : items) {
            List<Col> columns = item.columns();
            known &= columns != null;
            for (Col column : columns == null ? List.<Col>of() : columns) {
                variables.add(new Variable(scope, item.origins(column)));
                all.add(new Col(column.name(), column.value(), List.of()));
            }
        }
        resolved.star(reference.location(), variables);
        if (!known) {
            resolved.openStar(reference.location());
        }
        return known ? all : null;
    }

    private static List<Item> visible(Scope from) {
        List<Item> items = new ArrayList<>();
        for (Scope scope = from; scope != null; scope = scope.outer()) {
            scope.seen().forEach(seen -> items.add(seen.item()));
        }
        return items;
    }

    static @Nullable String meant(String column, List<Item> items) {
        return Nearest.one(column, columns(items))
                .map(near -> "did you mean " + near + "?")
                .orElse(null);
    }

    /// {@return the names of all columns that are known of some items}
    static List<String> columns(List<Item> items) {
        List<String> known = new ArrayList<>();
        for (Item item : items) {
            for (Col candidate : item.columns() == null ? List.<Col>of() : item.columns()) {
                known.add("" + candidate.name());
            }
        }
        return known;
    }
}
