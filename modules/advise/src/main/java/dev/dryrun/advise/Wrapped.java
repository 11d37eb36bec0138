package dev.dryrun.advise;

import dev.dryrun.model.Column;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.TypeCast;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return switch (expression) {
            case FuncCall call -> IMMUTABLE.contains(function(call)) && areImmutable(call, table);
            case AExpr operation ->
                    IMMUTABLE_OPERATORS.contains(
                                    String.join("", StringNode.texts(operation.name())))
                            && areImmutable(operation, table);
            case TypeCast cast -> Conditions.literal(cast) != null || isPlainCast(cast, table);
            case ColumnRef _, AConst _ -> true;
            default -> false;
        };
    }

    private static boolean areImmutable(Node whole, Table table) {
        return whole.children().stream()
                .allMatch(part -> part instanceof StringNode || isImmutable(part, table));
    }

    private static boolean isPlainCast(TypeCast cast, Table table) {
        if (!(cast.arg() instanceof ColumnRef reference)) {
            return false;
        }
        String from = type(reference, table);
        String to = castTo(cast);
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

    private static String type(ColumnRef reference, Table table) {
        List<String> names = StringNode.texts(reference.fields());
        return names.isEmpty() ? "" : table.column(names.getLast()).map(Column::type).orElse("");
    }

    /// {@return whether the query can say the same of the bare column: of a time, or of a value
    /// that is cast for nothing}
    static boolean isAvoidable(Condition condition) {
        Node left = condition.left();
        return left instanceof TypeCast || isOfTime(left);
    }

    /// {@return what the column is hidden by, in words}
    static String words(Condition condition) {
        return switch (condition.left()) {
            case FuncCall call -> function(call) + "()";
            case TypeCast cast -> "a cast to " + castTo(cast);
            case null, default -> "an expression";
        };
    }

    /// {@return how to write the comparison so that an index of the column serves it}
    static String rewrite(Condition condition) {
        Node left = condition.left();
        String column = String.valueOf(condition.column());
        if (isOfTime(left) || (left instanceof TypeCast cast && castTo(cast).equals("date"))) {
            return "compare the bare column with a range: "
                    + column
                    + " >= begin AND "
                    + column
                    + " < end";
        }
        return left instanceof TypeCast
                ? "compare " + column + " with a value of its own type, so that it is not cast"
                : "compare the bare column, or index the expression";
    }

    private static boolean isOfTime(@Nullable Node expression) {
        return expression instanceof FuncCall call && OF_TIME.contains(function(call));
    }

    private static String function(FuncCall call) {
        return call.funcname().getLast().sval();
    }

    private static String castTo(TypeCast cast) {
        return cast.typeName().names().getLast().sval();
    }
}
