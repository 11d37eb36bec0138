package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.Relation;
import dev.dryrun.pgquery.tree.Alias;
import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.InsertStmt;
import dev.dryrun.pgquery.tree.JoinExpr;
import dev.dryrun.pgquery.tree.JsonTable;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeFunction;
import dev.dryrun.pgquery.tree.RangeSubselect;
import dev.dryrun.pgquery.tree.RangeTableFunc;
import dev.dryrun.pgquery.tree.RangeTableSample;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.UpdateStmt;
import dev.dryrun.query.Seen.Lateral;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
    List<Seen> item(Node node, Scope scope) {
        return switch (node) {
            case RangeVar range -> List.of(Seen.of(added(relation(range, scope), scope)));
            case RangeSubselect query -> List.of(subquery(query, scope));
            case JoinExpr join -> joins.join(join, scope);
            case RangeTableSample sample -> {
                List<Seen> sampled = item(sample.relation(), scope);
                expressions.all(sample.args(), scope);
                expressions.value(sample.repeatable(), scope);
                yield sampled;
            }
            case RangeFunction function ->
                    laterally(node, scope, () -> functions.function(function, scope));
            case RangeTableFunc xml -> laterally(node, scope, () -> functions.xml(xml, scope));
            case JsonTable json -> laterally(node, scope, () -> functions.json(json, scope));
            default -> laterally(node, scope, () -> Item.open(null));
        };
    }

    private List<Seen> laterally(Node node, Scope scope, Supplier<Item> analysis) {
        boolean before = scope.lateral();
        scope.lateral(true);
        Clause clause = scope.clause(Clause.FROM_FUNCTION);
        Item item = analysis.get();
        scope.clause(clause);
        scope.lateral(before);
        resolved.item(node, item);
        return List.of(Seen.of(added(item, scope)));
    }

    private static Item added(Item item, Scope scope) {
        scope.items().add(item);
        return item;
    }

    /// Finds a relation that is read: WITH names come first.
    private Item relation(RangeVar range, Scope scope) {
        String name = range.relname();
        boolean plain = range.schemaname() == null && range.catalogname() == null;
        Cte cte = plain ? scope.cte(name) : null;
        if (cte == null) {
            return relations.open(range);
        }
        queries.with().need(cte);
        Node query = cte.node().ctequery();
        if (isSilent(query)) {
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
                        range.alias() != null,
                        relations.renamed(cte.columns(), range.alias()));
        resolved.query(item, query);
        return resolved.item(range, item);
    }

    /// Whether a query writes and gives nothing back.
    private static boolean isSilent(Node query) {
        return switch (query) {
            case InsertStmt insert -> insert.returningClause() == null;
            case UpdateStmt update -> update.returningClause() == null;
            case DeleteStmt delete -> delete.returningClause() == null;
            case MergeStmt merge -> merge.returningClause() == null;
            default -> false;
        };
    }

    /// It sees the items before it only when it is LATERAL.
    private Seen subquery(RangeSubselect node, Scope scope) {
        Alias alias = node.alias();
        boolean before = scope.lateral();
        scope.lateral(node.lateral());
        Clause clause = scope.clause(Clause.FROM_SUBQUERY);
        List<Col> columns = queries.check(node.subquery(), scope);
        scope.clause(clause);
        scope.lateral(before);
        Item item =
                new Item(
                        alias == null ? "" : alias.aliasname(),
                        null,
                        alias != null,
                        relations.renamed(columns, alias));
        resolved.query(resolved.item(node, item), node.subquery());
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
