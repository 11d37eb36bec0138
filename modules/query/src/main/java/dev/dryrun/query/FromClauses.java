package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.Relation;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.query.Seen.Lateral;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Analyses FROM clauses: what names their items give to the rest of the query.
final class FromClauses {

    private final Errors errors;
    private final Resolved resolved;
    private final Queries queries;
    private final Expressions expressions;
    private final Relations relations;
    private final TableFunctions functions;
    private final Joins joins;

    FromClauses(
            Errors errors,
            Resolved resolved,
            Queries queries,
            Expressions expressions,
            Relations relations,
            TableFunctions functions) {
        this.errors = errors;
        this.resolved = resolved;
        this.queries = queries;
        this.expressions = expressions;
        this.relations = relations;
        this.functions = functions;
        this.joins = new Joins(errors, this, expressions);
    }

    /// Analyses the items, and then lets the scope see them.
    void check(List<Node> items, Scope scope) {
        for (Node node : items) {
            List<Seen> given = item(node, scope);
            conflicts(scope.seen(), given);
            List<Seen> all = new ArrayList<>(scope.seen());
            all.addAll(Seen.as(given, Lateral.ALLOWED));
            scope.see(all);
        }
        scope.see(Seen.as(scope.seen(), Lateral.PLAIN));
    }

    /// {@return what one item shows}
    List<Seen> item(@Nullable Node node, Scope scope) {
        if (node == null) {
            return List.of();
        }
        return switch (node.kind()) {
            case "RangeVar" -> List.of(Seen.of(added(relation(node, scope), scope)));
            case "RangeSubselect" -> List.of(subquery(node, scope));
            case "JoinExpr" -> joins.join(node, scope);
            case "RangeTableSample" -> {
                List<Seen> sampled = item(node.child("relation"), scope);
                expressions.all(node.children("args"), scope);
                expressions.value(node.child("repeatable"), scope);
                yield sampled;
            }
            case "RangeFunction" -> {
                Item item = laterally(scope, () -> functions.function(node, scope));
                resolved.item(node, item);
                yield List.of(Seen.of(added(item, scope)));
            }
            default -> {
                Item item = laterally(scope, () -> functions.table(node, scope));
                resolved.item(node, item);
                yield List.of(Seen.of(added(item, scope)));
            }
        };
    }

    private static Item laterally(Scope scope, Supplier<Item> analysis) {
        boolean before = scope.lateral();
        scope.lateral(true);
        Clause clause = scope.clause(Clause.FROM_FUNCTION);
        Item item = analysis.get();
        scope.clause(clause);
        scope.lateral(before);
        return item;
    }

    private static Item added(Item item, Scope scope) {
        scope.items().add(item);
        return item;
    }

    /// Finds a relation that is read: WITH names come first.
    private Item relation(Node range, Scope scope) {
        String name = range.text("relname");
        boolean plain = range.text("schemaname") == null && range.text("catalogname") == null;
        Cte cte = plain && name != null ? scope.cte(name) : null;
        if (cte == null) {
            return relations.open(range);
        }
        queries.with().need(cte);
        Node query = cte.node().child("ctequery");
        boolean silent =
                query != null
                        && !query.kind().equals("SelectStmt")
                        && query.child("returningClause") == null
                        && query.children("returningList").isEmpty();
        if (silent) {
            errors.add(
                    range.location(),
                    "0A000",
                    "WITH query \"" + name + "\" does not have a RETURNING clause",
                    null,
                    Certainty.CERTAIN);
        }
        Item item =
                new Item(
                        Relations.visibleName(range),
                        null,
                        range.child("alias") != null,
                        relations.renamed(cte.columns(), range.child("alias")));
        if (query != null) {
            resolved.query(item, query);
        }
        return resolved.item(range, item);
    }

    /// It sees the items before it only when it is LATERAL.
    private Seen subquery(Node node, Scope scope) {
        Node query = node.child("subquery");
        Node alias = node.child("alias");
        boolean before = scope.lateral();
        scope.lateral(node.flag("lateral"));
        Clause clause = scope.clause(Clause.FROM_SUBQUERY);
        List<Col> columns = query == null ? null : queries.check(query, scope);
        scope.clause(clause);
        scope.lateral(before);
        Item item =
                new Item(
                        alias == null ? "" : alias.text("aliasname"),
                        null,
                        alias != null,
                        relations.renamed(columns, alias));
        if (query != null) {
            resolved.query(resolved.item(node, item), query);
        }
        return new Seen(added(item, scope), alias != null, true, Lateral.PLAIN);
    }

    /// Says that two items go by one name.
    void conflicts(List<Seen> some, List<Seen> others) {
        for (Seen one : some) {
            for (Seen other : others) {
                String name = one.item().name();
                if (one.byName()
                        && other.byName()
                        && name != null
                        && name.equals(other.item().name())
                        && !mayShareName(one.item(), other.item())) {
                    errors.add(
                            -1,
                            "42712",
                            "table name \"" + name + "\" specified more than once",
                            null,
                            Certainty.CERTAIN);
                    return;
                }
            }
        }
    }

    /// Relations of one name in two schemas.
    private static boolean mayShareName(Item one, Item other) {
        if (one.aliased() || other.aliased()) {
            return false;
        }
        Relation first = one.relation();
        Relation second = other.relation();
        if (first == null || second == null) {
            return one.columns() == null || other.columns() == null;
        }
        return !first.name().equals(second.name());
    }
}
