package dev.dryrun.query;

import dev.dryrun.pgquery.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks expressions: every column, type and function they mention, and the queries within them.
final class Expressions {

    private final Queries queries;
    private final References references;
    private final DefinedNames defined;

    Expressions(Queries queries, References references, DefinedNames defined) {
        this.queries = queries;
        this.references = references;
        this.defined = defined;
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
            case "TypeCast" -> {
                defined.type(expression.child("typeName"));
                one(expression.child("arg"), scope, ctes);
            }
            case "FuncCall" -> call(expression, scope, ctes);
            // Its modifiers look like columns: geometry(Point, 4326).
            case "TypeName" -> defined.type(expression);
            case "CollateClause" -> {}
            default -> all(expression.children(), scope, ctes);
        }
    }

    /// The server looks a function up when it knows what it is called with.
    private void call(Node call, Scope scope, Ctes ctes) {
        Node over = call.child("over");
        for (Node child : call.children()) {
            if (!child.equals(over)) {
                one(child, scope, ctes);
            }
        }
        defined.call(call);
        one(over, scope, ctes);
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
