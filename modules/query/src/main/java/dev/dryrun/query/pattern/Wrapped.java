package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column within a function, a cast or a calculation.
///
/// @param column the only column of the expression
/// @param outer the expression
/// @param shown how it is called in a message: `lower(email)`, `at::date`
/// @param key what an index on it would mention: the function's name; null when there is none
record Wrapped(TableColumn column, Node outer, String shown, @Nullable String key) {

    /// Of a literal argument, as much as a message bears.
    private static final int LITERAL_MAX = 20;

    /// {@return the column that an expression wraps; empty when it is the column itself, or made of
    /// several, or of none}
    static Optional<Wrapped> of(Node expression, StatementView statement) {
        boolean wraps =
                switch (expression.kind()) {
                    case "FuncCall", "TypeCast", "CoalesceExpr" -> true;
                    case "A_Expr" ->
                            "AEXPR_OP".equals(expression.text("kind"))
                                    && List.of("+", "-", "*", "/", "%", "||")
                                            .contains(expression.names("name").getLast());
                    default -> false;
                };
        if (!wraps || !statement.columns(expression).isEmpty()) {
            return Optional.empty();
        }
        List<Node> references = expression.find("ColumnRef");
        if (references.size() != 1 || !expression.find("SubLink").isEmpty()) {
            return Optional.empty();
        }
        List<TableColumn> columns = statement.referred(references.getFirst());
        if (columns.size() != 1) {
            return Optional.empty();
        }
        TableColumn column = columns.getFirst();
        String key = key(expression);
        String shown =
                switch (expression.kind()) {
                    case "FuncCall" -> shown(key, expression, column);
                    case "TypeCast" -> column.sql() + "::" + type(expression);
                    case "CoalesceExpr" -> "coalesce(" + column.sql() + ")";
                    default -> "a calculation with " + column.sql();
                };
        return Optional.of(new Wrapped(column, expression, shown, key));
    }

    private static String shown(@Nullable String function, Node call, TableColumn column) {
        List<String> arguments = new ArrayList<>();
        for (Node argument : call.children("args")) {
            Node text = argument.child("sval");
            String value = text == null ? null : text.text("sval");
            boolean isColumn = argument.kind().equals("ColumnRef");
            boolean isShort = value != null && value.length() <= LITERAL_MAX;
            arguments.add(isColumn ? column.sql() : isShort ? "'" + value + "'" : "…");
        }
        if ("extract".equals(function) && arguments.size() == 2) {
            return "extract(%s FROM %s)"
                    .formatted(arguments.getFirst().replace("'", ""), arguments.getLast());
        }
        return function + "(" + String.join(", ", arguments) + ")";
    }

    private static @Nullable String key(Node expression) {
        return switch (expression.kind()) {
            case "FuncCall" -> expression.names("funcname").getLast();
            case "CoalesceExpr" -> "coalesce";
            default -> null;
        };
    }

    static String type(Node cast) {
        Node type = cast.child("typeName");
        List<String> names = type == null ? List.of() : type.names("names");
        return names.isEmpty() ? "?" : names.getLast();
    }

    /// {@return the first argument of a function, when it is a literal text; null otherwise}
    @Nullable String literal() {
        List<Node> arguments = outer.children("args");
        for (Node argument : arguments) {
            Node text = argument.child("sval");
            if (text != null) {
                return text.text("sval");
            }
        }
        return null;
    }
}
