package dev.dryrun.query;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.query.Col.Origin;
import dev.dryrun.query.Resolved.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether two expressions mean the same, as far as that shows before types are known.
final class Sameness {

    private static final Set<String> PLACES =
            Set.of(
                    "location",
                    "rexpr_list_start",
                    "rexpr_list_end",
                    "list_start",
                    "list_end",
                    "name_location");

    private final Resolved resolved;

    Sameness(Resolved resolved) {
        this.resolved = resolved;
    }

    /// {@return whether they surely mean the same}
    boolean same(Node one, Node other) {
        if (one.kind().equals("ColumnRef") && other.kind().equals("ColumnRef")) {
            Variable first = resolved.variable(one.location());
            Variable second = resolved.variable(other.location());
            if (first != null && second != null) {
                return meet(first.origins(), second.origins());
            }
        }
        return one.kind().equals(other.kind()) && same(one.fields(), other.fields());
    }

    private boolean same(JsonObject one, JsonObject other) {
        int compared = 0;
        for (Map.Entry<String, JsonValue> field : one.members().entrySet()) {
            if (PLACES.contains(field.getKey())) {
                continue;
            }
            JsonValue there = other.members().get(field.getKey());
            if (there == null || !same(field.getValue(), there)) {
                return false;
            }
            compared++;
        }
        long fields =
                other.members().keySet().stream().filter(name -> !PLACES.contains(name)).count();
        return fields == compared;
    }

    private boolean same(JsonValue one, JsonValue other) {
        if (one instanceof JsonObject object && other instanceof JsonObject counterpart) {
            if (object.members().containsKey("ColumnRef")
                    && counterpart.members().containsKey("ColumnRef")
                    && object.members().get("ColumnRef") instanceof JsonObject first
                    && counterpart.members().get("ColumnRef") instanceof JsonObject second) {
                return same(new Node("ColumnRef", first), new Node("ColumnRef", second));
            }
            return same(object, counterpart);
        }
        if (one instanceof JsonArray(List<JsonValue> elements)
                && other instanceof JsonArray(List<JsonValue> counterparts)) {
            if (elements.size() != counterparts.size()) {
                return false;
            }
            for (int i = 0; i < elements.size(); i++) {
                if (!same(elements.get(i), counterparts.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    static boolean meet(List<Origin> some, List<Origin> others) {
        return some.stream().anyMatch(others::contains);
    }

    /// {@return whether they surely mean something else: two columns that are not the same, or a
    /// column and a constant}
    boolean differ(Node one, Node other) {
        Variable first = variable(one);
        Variable second = variable(other);
        if (first != null && second != null) {
            return !meet(first.origins(), second.origins());
        }
        boolean constants = one.kind().equals("A_Const") || other.kind().equals("A_Const");
        return constants && (first != null || second != null);
    }

    private @Nullable Variable variable(Node node) {
        return node.kind().equals("ColumnRef") ? resolved.variable(node.location()) : null;
    }

    /// {@return whether an expression stands in a SELECT list; null when that cannot be told}
    @Nullable Boolean selected(Node expression, List<Target> targets) {
        Variable variable = variable(expression);
        boolean surelyNot = variable != null;
        for (Target target : targets) {
            if (!target.star() && same(expression, target.node())) {
                return true;
            }
            if (variable == null || target.columns() == null) {
                surelyNot = false;
            } else if (target.star()) {
                boolean among =
                        resolved.star(target.node().location()).stream()
                                .anyMatch(each -> meet(each.origins(), variable.origins()));
                if (among) {
                    return true;
                }
            } else if (target.node().kind().equals("ColumnRef")
                    && variable(target.node()) == null) {
                surelyNot = false;
            }
        }
        return surelyNot ? Boolean.FALSE : null;
    }
}
