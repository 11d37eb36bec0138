package dev.dryrun.advise;

import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.CoercionForm;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.TypeCast;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares expressions, and writes simple ones as SQL.
final class Expressions {

    private Expressions() {}

    /// {@return whether two expressions are written alike: whatever names the table, and whether a
    /// constant says its type}
    static boolean same(Node one, Node other) {
        Node own = withoutType(one);
        Node its = withoutType(other);
        if (own instanceof AConst constant && its instanceof AConst value) {
            return Objects.equals(Conditions.literal(constant), Conditions.literal(value));
        }
        if (own instanceof ColumnRef reference && its instanceof ColumnRef column) {
            return name(reference).equals(name(column));
        }
        return own.tag().equals(its.tag()) && sameParts(own.parts(), its.parts());
    }

    private static boolean sameParts(List<?> ones, List<?> others) {
        if (ones.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!samePart(ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean samePart(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Node node && other instanceof Node its) {
            return same(node, its);
        }
        if (one instanceof List<?> list && other instanceof List<?> its) {
            return sameParts(list, its);
        }
        // How a call looks, `TRIM(a)` or `pg_catalog.btrim(a)`, does not change what it is.
        return one instanceof CoercionForm || Objects.equals(one, other);
    }

    private static Node withoutType(Node node) {
        return Conditions.literal(node) == null ? node : Conditions.uncast(node);
    }

    private static String name(ColumnRef reference) {
        List<String> names = StringNode.texts(reference.fields());
        return names.isEmpty() ? "*" : names.getLast();
    }

    /// {@return an expression of one column as a key of an index; null where it is not simple}
    static @Nullable String key(Node expression) {
        return switch (expression) {
            case ColumnRef reference -> column(reference);
            case FuncCall call -> call(call);
            case TypeCast cast -> bracketed(cast(cast));
            case AExpr operation -> bracketed(operation(operation));
            default -> null;
        };
    }

    private static @Nullable String bracketed(@Nullable String operation) {
        return operation == null ? null : "(" + operation + ")";
    }

    private static @Nullable String column(ColumnRef reference) {
        List<String> names = StringNode.texts(reference.fields());
        return names.isEmpty() ? null : SqlIdentifier.quote(names.getLast());
    }

    private static @Nullable String call(FuncCall call) {
        List<String> arguments = new ArrayList<>();
        for (Node argument : call.args()) {
            boolean bare = Conditions.literal(argument) == null;
            String text =
                    bare && argument instanceof TypeCast cast ? cast(cast) : operand(argument);
            if (text == null) {
                return null;
            }
            arguments.add(text);
        }
        String name =
                StringNode.texts(call.funcname()).stream()
                        .filter(part -> !part.equals("pg_catalog"))
                        .map(SqlIdentifier::quote)
                        .collect(Collectors.joining("."));
        return name + "(" + String.join(", ", arguments) + ")";
    }

    private static @Nullable String cast(TypeCast cast) {
        String inner = operand(cast.arg());
        return inner == null ? null : inner + "::" + cast.typeName().names().getLast().sval();
    }

    private static @Nullable String operation(AExpr expression) {
        Node left = expression.lexpr();
        Node right = expression.rexpr();
        String one = left == null ? null : operand(left);
        String other = right == null ? null : operand(right);
        return one == null || other == null || expression.name().size() != 1
                ? null
                : one + " " + expression.name().getFirst().sval() + " " + other;
    }

    private static @Nullable String operand(Node node) {
        String literal = Conditions.literal(node);
        if (literal == null) {
            return key(node);
        }
        boolean text = Conditions.uncast(node) instanceof AConst(StringNode _, _, _);
        return text ? quoted(literal) : literal;
    }

    /// {@return a text as a constant of SQL}
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
