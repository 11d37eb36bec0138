package dev.dryrun.query;

import dev.dryrun.pgquery.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks expressions: every column they mention, and the queries within them.
final class Expressions {

    private final Queries queries;
    private final References references;

    Expressions(Queries queries, References references) {
        this.queries = queries;
        this.references = references;
    }

    void all(List<Node> expressions, Scope scope, Ctes ctes) {
        for (Node expression : expressions) {
            one(expression, scope, ctes);
        }
    }

    void one(@Nullable Node expression, Scope scope, Ctes ctes) {
        if (expression == null) {
            return;
        }
        switch (expression.kind()) {
            case "ColumnRef" -> references.column(expression, scope);
            case "SubLink" -> {
                one(expression.child("subselect"), scope, ctes);
                one(expression.child("testexpr"), scope, ctes);
            }
            case "SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt" ->
                    queries.check(expression, scope, ctes);
            // A type's modifiers look like columns: geometry(Point, 4326).
            case "TypeName", "CollateClause" -> {}
            default -> all(expression.children(), scope, ctes);
        }
    }

    /// Checks expressions where a bare name may also be an output column's.
    void byOutput(List<Node> items, OutputNames output, Scope scope, Ctes ctes) {
        for (Node item : items) {
            switch (item.kind()) {
                case "SortBy" -> {
                    Node sorted = item.child("node");
                    if (sorted != null) {
                        byOutput(List.of(sorted), output, scope, ctes);
                    }
                }
                case "GroupingSet" -> byOutput(item.children("content"), output, scope, ctes);
                case "RowExpr" -> byOutput(item.children("args"), output, scope, ctes);
                case "ColumnRef" -> {
                    List<String> names = item.names("fields");
                    if (names.size() != 1 || !output.mayHave(names.getFirst())) {
                        one(item, scope, ctes);
                    }
                }
                default -> one(item, scope, ctes);
            }
        }
    }
}
