package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.pgquery.tree.Alias;
import dev.dryrun.pgquery.tree.JoinExpr;
import dev.dryrun.pgquery.tree.JoinType;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.query.Col.Origin;
import dev.dryrun.query.Seen.Lateral;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Analyses joins: which columns they merge, and what is seen of both sides.
final class Joins {

    private final Errors errors;
    private final FromClauses from;
    private final Expressions expressions;

    Joins(Errors errors, FromClauses from, Expressions expressions) {
        this.errors = errors;
        this.from = from;
        this.expressions = expressions;
    }

    List<Seen> join(JoinExpr join, Scope scope) {
        List<Seen> left = from.item(join.larg(), scope);
        List<Seen> right = right(join, left, scope);
        from.conflicts(left, right);
        List<Seen> both = new ArrayList<>(left);
        both.addAll(right);
        List<Col> leftColumns = columns(left);
        List<Col> rightColumns = columns(right);
        List<Col> merged = new ArrayList<>();
        List<Col> all = merge(join, leftColumns, rightColumns, merged);
        Node condition = join.quals();
        if (condition != null) {
            List<Seen> before = scope.see(Seen.as(both, Lateral.PLAIN));
            expressions.in(Clause.JOIN_ON, condition, scope);
            scope.see(before);
        }
        return shown(join, both, all, merged, scope);
    }

    /// The right side sees the left one when it is LATERAL.
    private List<Seen> right(JoinExpr join, List<Seen> left, Scope scope) {
        boolean allowed =
                join.jointype() == JoinType.JOIN_INNER || join.jointype() == JoinType.JOIN_LEFT;
        List<Seen> beside = new ArrayList<>(scope.seen());
        beside.addAll(Seen.as(left, allowed ? Lateral.ALLOWED : Lateral.REFUSED));
        List<Seen> before = scope.see(beside);
        List<Seen> right = from.item(join.rarg(), scope);
        scope.see(before);
        return right;
    }

    /// {@return the columns of a side, in order; null when they are not all known}
    private static @Nullable List<Col> columns(List<Seen> side) {
        List<Col> columns = new ArrayList<>();
        for (Seen seen : side) {
            if (!seen.byColumn()) {
                continue;
            }
            List<Col> its = seen.item().joined();
            if (its == null) {
                return null;
            }
            columns.addAll(its);
        }
        return columns;
    }

    /// {@return the columns of the join; null when they are not all known}
    private @Nullable List<Col> merge(
            JoinExpr join, @Nullable List<Col> left, @Nullable List<Col> right, List<Col> merged) {
        Set<String> seen = new HashSet<>();
        boolean known = left != null && right != null;
        List<String> using = StringNode.texts(join.usingClause());
        if (join.isNatural() && left != null && right != null) {
            using = shared(left, right);
        }
        for (String name : using) {
            if (!seen.add(name)) {
                say("42701", "column name \"" + name + "\" appears more than once in USING clause");
            }
            Col one = usable(name, left, "left");
            Col other = usable(name, right, "right");
            if (one == null || other == null) {
                known = false;
                continue;
            }
            merged.add(new Col(name, one.value(), origins(join, one, other)));
        }
        if (!known || left == null || right == null) {
            return null;
        }
        List<Col> all = new ArrayList<>(merged);
        left.stream().filter(column -> !seen.contains("" + column.name())).forEach(all::add);
        right.stream().filter(column -> !seen.contains("" + column.name())).forEach(all::add);
        return all;
    }

    /// The merged column of an outer join is that of the side which has all rows. Of an inner join
    /// it is one of both, and of a full join neither: there it is taken for both.
    private static List<Origin> origins(JoinExpr join, Col left, Col right) {
        List<Origin> origins = new ArrayList<>();
        if (join.jointype() != JoinType.JOIN_RIGHT) {
            origins.addAll(left.origins());
        }
        if (join.jointype() != JoinType.JOIN_LEFT) {
            origins.addAll(right.origins());
        }
        return origins;
    }

    private static List<String> shared(List<Col> left, List<Col> right) {
        List<String> shared = new ArrayList<>();
        for (Col column : left) {
            String name = String.valueOf(column.name());
            if (right.stream().anyMatch(other -> name.equals(other.name()))) {
                shared.add(name);
            }
        }
        return shared;
    }

    private @Nullable Col usable(String name, @Nullable List<Col> side, String which) {
        if (side == null) {
            return null;
        }
        List<Col> found = side.stream().filter(column -> name.equals(column.name())).toList();
        if (found.size() > 1) {
            say(
                    "42702",
                    "common column name \"%s\" appears more than once in %s table"
                            .formatted(name, which));
        } else if (found.isEmpty()) {
            say(
                    "42703",
                    "column \"%s\" specified in USING clause does not exist in %s table"
                            .formatted(name, which));
        }
        return found.size() == 1 ? found.getFirst() : null;
    }

    private void say(String sqlstate, String message) {
        errors.add(-1, sqlstate, message, null, Certainty.CERTAIN);
    }

    private List<Seen> shown(
            JoinExpr join,
            List<Seen> both,
            @Nullable List<Col> all,
            List<Col> merged,
            Scope scope) {
        Alias alias = join.alias();
        List<Seen> shown = new ArrayList<>();
        List<Col> columns = all;
        if (alias != null && all != null) {
            columns = renamed(all, alias);
        }
        Item item = new Item(alias == null ? "" : alias.aliasname(), null, true, columns);
        scope.items().add(item);
        Alias usingAlias = join.joinUsingAlias();
        if (usingAlias != null) {
            Item using = new Item(usingAlias.aliasname(), null, true, merged);
            Seen seen = new Seen(using, true, false, Lateral.PLAIN);
            scope.items().add(using);
            if (alias == null) {
                from.conflicts(both, List.of(seen));
            }
            shown.add(seen);
        }
        if (alias == null) {
            shown.addAll(0, Seen.withoutColumns(both));
        }
        shown.add(new Seen(item, alias != null, true, Lateral.PLAIN));
        return shown;
    }

    private @Nullable List<Col> renamed(List<Col> all, Alias alias) {
        List<String> names = StringNode.texts(alias.colnames());
        if (names.size() > all.size()) {
            say(
                    "42P10",
                    "join expression \"%s\" has %d columns available but %d columns specified"
                            .formatted(alias.aliasname(), all.size(), names.size()));
            return null;
        }
        List<Col> renamed = new ArrayList<>(all);
        for (int i = 0; i < names.size(); i++) {
            renamed.set(i, all.get(i).named(names.get(i)));
        }
        return renamed;
    }
}
