package dev.dryrun.query;

import dev.dryrun.pgquery.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks FROM clauses and learns what names their items give.
final class FromClauses {

    private final Queries queries;
    private final Expressions expressions;
    private final References references;

    FromClauses(Queries queries, Expressions expressions, References references) {
        this.queries = queries;
        this.expressions = expressions;
        this.references = references;
    }

    void check(List<Node> items, Scope scope, Ctes ctes) {
        for (Node item : items) {
            item(item, scope, ctes);
        }
    }

    private void item(@Nullable Node item, Scope scope, Ctes ctes) {
        if (item == null) {
            return;
        }
        switch (item.kind()) {
            case "RangeVar" -> scope.add(references.relation(item, ctes));
            case "RangeSubselect" -> subselect(item, scope, ctes);
            case "JoinExpr" -> join(item, scope, ctes);
            case "RangeTableSample" -> {
                item(item.child("relation"), scope, ctes);
                expressions.all(item.children("args"), scope, ctes);
            }
            default -> computed(item, scope, ctes);
        }
    }

    /// It sees the items before it only when it is LATERAL.
    private void subselect(Node item, Scope scope, Ctes ctes) {
        Node query = item.child("subquery");
        if (query != null) {
            queries.check(query, item.flag("lateral") ? scope : scope.outer(), ctes);
        }
        scope.add(Source.unknown(alias(item, "")));
    }

    private void join(Node join, Scope scope, Ctes ctes) {
        int before = scope.sources().size();
        item(join.child("larg"), scope, ctes);
        item(join.child("rarg"), scope, ctes);
        expressions.one(join.child("quals"), scope, ctes);
        Node using = join.child("join_using_alias");
        if (using != null) {
            scope.add(Source.unknown(text(using, "aliasname")));
        }
        if (join.child("alias") != null) {
            // The alias hides the names of both sides.
            scope.sources().subList(before, scope.sources().size()).clear();
            scope.add(Source.unknown(alias(join, "")));
        }
    }

    /// A function, XMLTABLE or JSON_TABLE: always sees the items before it.
    private void computed(Node item, Scope scope, Ctes ctes) {
        expressions.all(item.children(), scope, ctes);
        String function = "";
        for (Node call : item.find("FuncCall")) {
            List<String> name = call.names("funcname");
            if (function.isEmpty() && !name.isEmpty()) {
                function = name.getLast();
            }
        }
        scope.add(Source.unknown(alias(item, function)));
    }

    private static String alias(Node item, String otherwise) {
        Node alias = item.child("alias");
        return alias == null ? otherwise : text(alias, "aliasname");
    }

    private static String text(Node node, String field) {
        String text = node.text(field);
        return text == null ? "" : text;
    }
}
