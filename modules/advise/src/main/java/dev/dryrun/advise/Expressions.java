package dev.dryrun.advise;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares expressions, and writes simple ones as SQL.
final class Expressions {

    private Expressions() {}

    /// {@return whether two expressions are written alike: whatever names the table, and whether a
    /// constant says its type}
    static boolean same(Node one, Node other) {
        return normal(one).equals(normal(other));
    }

    /// Without places, qualifiers and the casts of constants.
    private static JsonValue normal(Node node) {
        Node bare = node;
        while (bare.kind().equals("TypeCast") && Conditions.literal(bare) != null) {
            Node arg = bare.child("arg");
            if (arg == null) {
                break;
            }
            bare = arg;
        }
        if (bare.kind().equals("A_Const")) {
            return JsonObject.builder().put("constant", Conditions.literal(bare)).build();
        }
        if (bare.kind().equals("ColumnRef")) {
            List<String> names = bare.names("fields");
            return JsonObject.builder()
                    .put("column", names.isEmpty() ? "*" : names.getLast())
                    .build();
        }
        List<JsonValue> parts = new ArrayList<>();
        bare.children().forEach(child -> parts.add(normal(child)));
        JsonObject.Builder own = JsonObject.builder().put("kind", bare.kind());
        for (Map.Entry<String, JsonValue> field : bare.fields().members().entrySet()) {
            boolean place = field.getKey().contains("location");
            boolean look = field.getKey().equals("funcformat");
            boolean nested =
                    field.getValue() instanceof JsonObject || field.getValue() instanceof JsonArray;
            if (!place && !look && !nested) {
                own.put("." + field.getKey(), field.getValue());
            }
        }
        return own.put("parts", new JsonArray(parts)).build();
    }

    /// {@return an expression of one column as a key of an index; null where it is not simple}
    static @Nullable String key(Node expression) {
        return switch (expression.kind()) {
            case "ColumnRef" -> column(expression);
            case "FuncCall" -> call(expression);
            case "TypeCast", "A_Expr" -> {
                String operation = operation(expression);
                yield operation == null ? null : "(" + operation + ")";
            }
            default -> null;
        };
    }

    private static @Nullable String column(Node reference) {
        List<String> names = reference.names("fields");
        return names.isEmpty() ? null : SqlIdentifier.quote(names.getLast());
    }

    private static @Nullable String call(Node call) {
        List<String> arguments = new ArrayList<>();
        for (Node argument : call.children("args")) {
            boolean cast =
                    argument.kind().equals("TypeCast") && Conditions.literal(argument) == null;
            String text = cast ? operation(argument) : operand(argument);
            if (text == null) {
                return null;
            }
            arguments.add(text);
        }
        String name =
                call.names("funcname").stream()
                        .filter(part -> !part.equals("pg_catalog"))
                        .map(SqlIdentifier::quote)
                        .collect(Collectors.joining("."));
        return name + "(" + String.join(", ", arguments) + ")";
    }

    private static @Nullable String operation(Node expression) {
        if (expression.kind().equals("TypeCast")) {
            Node arg = expression.child("arg");
            Node type = expression.child("typeName");
            String inner = arg == null ? null : operand(arg);
            return inner == null || type == null
                    ? null
                    : inner + "::" + type.names("names").getLast();
        }
        Node left = expression.child("lexpr");
        Node right = expression.child("rexpr");
        String one = left == null ? null : operand(left);
        String other = right == null ? null : operand(right);
        List<String> operator = expression.names("name");
        return one == null || other == null || operator.size() != 1
                ? null
                : one + " " + operator.getFirst() + " " + other;
    }

    private static @Nullable String operand(Node node) {
        String literal = Conditions.literal(node);
        if (literal != null) {
            Node bare = node;
            while (bare.kind().equals("TypeCast")) {
                Node arg = bare.child("arg");
                if (arg == null) {
                    break;
                }
                bare = arg;
            }
            return bare.child("sval") == null ? literal : quoted(literal);
        }
        return key(node);
    }

    /// {@return a text as a constant of SQL}
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
