package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.ParamRef;
import dev.dryrun.pgquery.tree.TypeCast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which items of a FROM clause conditions join, by union-find.
final class JoinGroups {

    private final StatementView statement;
    private final IdentityHashMap<FromItem, FromItem> parents = new IdentityHashMap<>();
    private final Map<String, FromItem> byValue = new HashMap<>();

    private JoinGroups(StatementView statement) {
        this.statement = statement;
    }

    /// {@return the groups, in the order of their first items}
    static List<Set<FromItem>> of(Level level, StatementView statement) {
        JoinGroups groups = new JoinGroups(statement);
        for (Condition condition : level.conditions()) {
            groups.join(statement.items(condition.references()));
            groups.join(new HashSet<>(condition.shared()));
            condition.comparisons().forEach(groups::sameValue);
        }
        level.crossed().forEach(both -> groups.join(items(both)));
        for (Source source : level.sources()) {
            FromItem item = source.item();
            if (item != null && !source.isNamed()) {
                groups.lateral(item, source.node(), level);
            }
        }
        Map<FromItem, Set<FromItem>> all = new LinkedHashMap<>();
        for (Source source : level.sources()) {
            FromItem item = source.item();
            if (item != null) {
                all.computeIfAbsent(groups.root(item), _ -> identitySet()).add(item);
            }
        }
        return new ArrayList<>(all.values());
    }

    private static Set<FromItem> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static Set<FromItem> items(List<Source> sources) {
        Set<FromItem> items = new HashSet<>();
        for (Source source : sources) {
            FromItem item = source.item();
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    /// What refers to the items beside it is joined to them.
    private void lateral(FromItem item, Node node, Level level) {
        Set<FromItem> beside = items(level.sources());
        for (FromItem other : statement.items(node.find(ColumnRef.class))) {
            if (beside.contains(other)) {
                join(new HashSet<>(List.of(item, other)));
            }
        }
    }

    /// Two columns that equal one value equal each other.
    private void sameValue(Comparison comparison) {
        if (comparison.test() != Comparison.Test.EQUAL || comparison.others().size() != 1) {
            return;
        }
        String value = value(comparison.others().getFirst());
        if (value == null) {
            return;
        }
        for (FromItem item : statement.items(comparison.side().find(ColumnRef.class))) {
            FromItem first = byValue.putIfAbsent(value, item);
            if (first != null) {
                join(new HashSet<>(List.of(first, item)));
            }
        }
    }

    private static @Nullable String value(Node value) {
        return switch (value) {
            case ParamRef parameter -> "$" + parameter.number();
            case AConst constant -> constant.val() == null ? null : constant.val().toString();
            case TypeCast cast -> value(cast.arg());
            default -> null;
        };
    }

    private void join(Set<FromItem> items) {
        FromItem first = null;
        for (FromItem item : items) {
            if (first != null) {
                FromItem own = root(item);
                FromItem others = root(first);
                if (!own.equals(others)) {
                    parents.put(own, others);
                }
            }
            first = item;
        }
    }

    private FromItem root(FromItem item) {
        FromItem at = item;
        FromItem parent = parents.get(at);
        while (parent != null) {
            at = parent;
            parent = parents.get(at);
        }
        return at;
    }
}
