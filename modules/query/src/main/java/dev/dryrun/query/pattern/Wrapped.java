package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AExprKind;
import dev.dryrun.pgquery.tree.CoalesceExpr;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.SubLink;
import dev.dryrun.pgquery.tree.TypeCast;
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
                switch (expression) {
                    case FuncCall _, TypeCast _, CoalesceExpr _ -> true;
                    case AExpr operation ->
                            operation.kind() == AExprKind.AEXPR_OP
                                    && List.of("+", "-", "*", "/", "%", "||")
                                            .contains(operation.name().getLast().sval());
                    default -> false;
                };
        if (!wraps || !statement.columns(expression).isEmpty()) {
            return Optional.empty();
        }
        List<ColumnRef> references = expression.find(ColumnRef.class);
        if (references.size() != 1 || !expression.find(SubLink.class).isEmpty()) {
            return Optional.empty();
        }
        List<TableColumn> columns = statement.referred(references.getFirst());
        if (columns.size() != 1) {
            return Optional.empty();
        }
        TableColumn column = columns.getFirst();
        String key = key(expression);
        String shown =
                switch (expression) {
                    case FuncCall call -> shown(call, column);
                    case TypeCast cast -> column.sql() + "::" + type(cast);
                    case CoalesceExpr _ -> "coalesce(" + column.sql() + ")";
                    default -> "a calculation with " + column.sql();
                };
        return Optional.of(new Wrapped(column, expression, shown, key));
    }

    private static String shown(FuncCall call, TableColumn column) {
        String function = name(call);
        List<String> arguments = new ArrayList<>();
        for (Node argument : call.args()) {
            String value = literal(argument);
            boolean isColumn = argument instanceof ColumnRef;
            boolean isShort = value != null && value.length() <= LITERAL_MAX;
            arguments.add(isColumn ? column.sql() : isShort ? "'" + value + "'" : "…");
        }
        if (function.equals("extract") && arguments.size() == 2) {
            return "extract(%s FROM %s)"
                    .formatted(arguments.getFirst().replace("'", ""), arguments.getLast());
        }
        return function + "(" + String.join(", ", arguments) + ")";
    }

    private static @Nullable String key(Node expression) {
        return switch (expression) {
            case FuncCall call -> name(call);
            case CoalesceExpr _ -> "coalesce";
            default -> null;
        };
    }

    private static String name(FuncCall call) {
        return call.funcname().getLast().sval();
    }

    static String type(TypeCast cast) {
        return cast.typeName().names().getLast().sval();
    }

    /// {@return the first literal text among a function's arguments; null when there is none}
    @Nullable String literal() {
        for (Node argument : outer instanceof FuncCall call ? call.args() : List.<Node>of()) {
            String text = literal(argument);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String literal(Node argument) {
        return argument instanceof AConst constant
                        && constant.val() instanceof StringNode(String text)
                ? text
                : null;
    }
}
