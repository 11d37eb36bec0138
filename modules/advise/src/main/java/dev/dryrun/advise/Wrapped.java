package dev.dryrun.advise;

import dev.dryrun.model.Column;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
import java.util.List;
import java.util.Set;

/// A comparison that hides a column behind a function or a cast.
final class Wrapped {

    private static final Set<String> IMMUTABLE =
            Set.of(
                    "lower",
                    "upper",
                    "btrim",
                    "ltrim",
                    "rtrim",
                    "trim",
                    "length",
                    "char_length",
                    "md5",
                    "abs",
                    "left",
                    "right",
                    "substr",
                    "substring",
                    "reverse",
                    "replace",
                    "coalesce",
                    "floor",
                    "ceil",
                    "round",
                    "trunc",
                    "mod");
    private static final Set<String> OF_TIME =
            Set.of("date_trunc", "date_part", "extract", "to_char", "date");
    private static final Set<String> IMMUTABLE_OPERATORS =
            Set.of("->", "->>", "#>", "#>>", "+", "-", "*", "/", "%", "||");
    private static final Set<String> NUMBERS =
            Set.of("int2", "int4", "int8", "float4", "float8", "numeric");

    private Wrapped() {}

    /// {@return whether an index of the expression can be made: PostgreSQL wants it to depend on
    /// nothing but the row}
    static boolean isImmutable(Condition condition, Table table) {
        Node left = condition.left();
        return left != null && isImmutable(left, table);
    }

    private static boolean isImmutable(Node expression, Table table) {
        boolean own =
                switch (expression.kind()) {
                    case "FuncCall" -> IMMUTABLE.contains(function(expression));
                    case "A_Expr" ->
                            IMMUTABLE_OPERATORS.contains(String.join("", expression.names("name")));
                    case "TypeCast" ->
                            Conditions.literal(expression) != null
                                    || isPlainCast(expression, table);
                    case "ColumnRef", "A_Const", "String", "Integer", "Float", "TypeName" -> true;
                    default -> false;
                };
        return own
                && (expression.kind().equals("TypeCast")
                        || expression.children().stream()
                                .filter(it -> !it.kind().equals("String"))
                                .allMatch(it -> isImmutable(it, table)));
    }

    private static boolean isPlainCast(Node cast, Table table) {
        Node arg = cast.child("arg");
        Node type = cast.child("typeName");
        if (arg == null || type == null || !arg.kind().equals("ColumnRef")) {
            return false;
        }
        String from = type(arg, table);
        String to = type.names("names").getLast();
        if (to.equals("text")) {
            return from.startsWith("character") || from.equals("text");
        }
        return to.equals("date")
                ? from.equals("timestamp without time zone")
                : NUMBERS.contains(to) && isNumber(from);
    }

    private static boolean isNumber(String type) {
        return Set.of("smallint", "integer", "bigint", "real", "double precision").contains(type)
                || type.startsWith("numeric");
    }

    private static String type(Node reference, Table table) {
        List<String> names = reference.names("fields");
        return names.isEmpty() ? "" : table.column(names.getLast()).map(Column::type).orElse("");
    }

    /// {@return whether the query can say the same of the bare column: of a time, or of a value
    /// that is cast for nothing}
    static boolean isAvoidable(Condition condition) {
        Node left = condition.left();
        return left != null
                && (left.kind().equals("TypeCast")
                        || (left.kind().equals("FuncCall") && OF_TIME.contains(function(left))));
    }

    /// {@return what the column is hidden by, in words}
    static String words(Condition condition) {
        Node left = condition.left();
        if (left == null) {
            return "an expression";
        }
        return switch (left.kind()) {
            case "FuncCall" -> function(left) + "()";
            case "TypeCast" -> "a cast to " + castTo(left);
            default -> "an expression";
        };
    }

    /// {@return how to write the comparison so that an index of the column serves it}
    static String rewrite(Condition condition) {
        Node left = condition.left();
        String column = String.valueOf(condition.column());
        boolean time =
                left != null
                        && ((left.kind().equals("FuncCall") && OF_TIME.contains(function(left)))
                                || (left.kind().equals("TypeCast") && castTo(left).equals("date")));
        if (time) {
            return "compare the bare column with a range: "
                    + column
                    + " >= begin AND "
                    + column
                    + " < end";
        }
        return left != null && left.kind().equals("TypeCast")
                ? "compare " + column + " with a value of its own type, so that it is not cast"
                : "compare the bare column, or index the expression";
    }

    private static String function(Node call) {
        List<String> names = call.names("funcname");
        return names.isEmpty() ? "" : names.getLast();
    }

    private static String castTo(Node cast) {
        Node type = cast.child("typeName");
        return type == null ? "" : type.names("names").getLast();
    }
}
