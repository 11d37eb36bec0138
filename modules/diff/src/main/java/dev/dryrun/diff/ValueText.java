package dev.dryrun.diff;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values of documents as people read them: near to SQL where that says it all, else every member.
final class ValueText {

    private static final Set<String> NAME_MEMBERS = Set.of("kind", "schema", "name");

    private ValueText() {}

    /// {@return the value in words; null when there is none}
    static @Nullable String of(@Nullable JsonValue value) {
        return switch (value) {
            case null -> null;
            case JsonString(String text) -> text;
            case JsonNumber(String text) -> text;
            case JsonBoolean(boolean truth) -> truth ? "yes" : "no";
            case JsonNull _ -> "null";
            case JsonArray(List<JsonValue> elements) ->
                    elements.isEmpty()
                            ? "(empty)"
                            : elements.stream()
                                    .map(ValueText::of)
                                    .collect(Collectors.joining(", "));
            case JsonObject object -> object(object);
        };
    }

    /// {@return a whole part in words}
    ///
    /// @param kind what the part is called
    static String part(String kind, JsonObject part) {
        return switch (kind) {
            case PartLists.COLUMN, "attribute" -> column(part);
            case PartLists.CONSTRAINT -> constraint(part);
            case PartLists.INDEX -> index(part);
            case "trigger", "rule" ->
                    with(text(part, "definition"), part, "name", "definition", "function");
            case "check" -> with("CHECK " + text(part, "expression"), part, "name", "expression");
            default -> members(part, Set.of("name"));
        };
    }

    private static String object(JsonObject object) {
        if (Members.isReading(object)) {
            JsonValue estimated = object.get("estimated");
            return estimated == null
                    ? "(" + Members.text(object, "absent") + ")"
                    : "about " + of(estimated);
        }
        if (object.get("privilege") instanceof JsonString) {
            return grant(object);
        }
        if (object.get("source") instanceof JsonString(String source)
                && object.members().size() == 1) {
            return source;
        }
        if (object.get("sql") instanceof JsonString(String sql) && object.members().size() == 1) {
            return sql;
        }
        if (NAME_MEMBERS.containsAll(object.members().keySet())) {
            String kind = Members.text(object, "kind").replace('_', ' ');
            return (kind.isEmpty() ? "" : kind + " ") + qualified(object);
        }
        if (object.get("column") != null || object.get("expression") != null) {
            return key(object);
        }
        return members(object, Set.of());
    }

    static String grant(JsonObject grant) {
        String role = Members.text(grant, "role");
        return Members.text(grant, "privilege")
                + " to "
                + (role.isEmpty() ? "public" : role)
                + (grant.get("grantable") == null ? "" : " with grant option");
    }

    private static String column(JsonObject column) {
        StringBuilder out = new StringBuilder(text(column, "type"));
        if (column.get("not_null") != null) {
            out.append(" NOT NULL");
        }
        if (column.get("default") != null) {
            out.append(" DEFAULT ").append(text(column, "default"));
        }
        if (column.get("identity") != null) {
            out.append(" GENERATED ")
                    .append(upper(text(column, "identity")))
                    .append(" AS IDENTITY");
        }
        if (column.get("generated") instanceof JsonObject generated) {
            out.append(" GENERATED ALWAYS AS (")
                    .append(text(generated, "expression"))
                    .append(generated.get("stored") == null ? ") VIRTUAL" : ") STORED");
        }
        return with(
                out.toString(),
                column,
                "name",
                "type",
                "not_null",
                "default",
                "identity",
                "identity_sequence",
                "generated");
    }

    private static String constraint(JsonObject constraint) {
        String kind = upper(text(constraint, "kind"));
        StringBuilder out = new StringBuilder(kind.equals("EXCLUSION") ? "" : kind);
        String expression = text(constraint, "expression");
        if (kind.equals("CHECK")) {
            out.append(" (").append(expression).append(')');
        } else if (expression.isEmpty()) {
            out.append(" (").append(text(constraint, "columns")).append(')');
        } else {
            out.append(expression);
        }
        if (constraint.get("references") instanceof JsonObject references) {
            out.append(" REFERENCES ")
                    .append(qualified(references))
                    .append(" (")
                    .append(text(references, "columns"))
                    .append(')');
            for (String event : List.of("update", "delete")) {
                if (references.get("on_" + event) != null) {
                    out.append(" ON ").append(upper(event)).append(' ');
                    out.append(upper(text(references, "on_" + event)));
                }
            }
        }
        return with(
                out.toString(), constraint, "name", "kind", "columns", "expression", "references");
    }

    private static String index(JsonObject index) {
        StringBuilder out = new StringBuilder(index.get("unique") == null ? "" : "UNIQUE ");
        out.append(text(index, "method")).append(" (").append(text(index, "keys")).append(')');
        if (index.get("include") != null) {
            out.append(" INCLUDE (").append(text(index, "include")).append(')');
        }
        if (index.get("predicate") != null) {
            out.append(" WHERE ").append(text(index, "predicate"));
        }
        return with(
                out.toString(),
                index,
                "name",
                "unique",
                "method",
                "keys",
                "include",
                "predicate",
                "constraint",
                "parent");
    }

    private static String key(JsonObject key) {
        String what = key.get("column") == null ? text(key, "expression") : text(key, "column");
        StringBuilder out = new StringBuilder(what);
        if (key.get("collation") instanceof JsonObject collation) {
            out.append(" COLLATE ").append(qualified(collation));
        }
        if (key.get("operator_class") instanceof JsonObject operatorClass) {
            out.append(' ').append(qualified(operatorClass));
        }
        if (key.get("descending") != null) {
            out.append(" DESC");
        }
        return with(
                out.toString(),
                key,
                "column",
                "expression",
                "collation",
                "operator_class",
                "descending");
    }

    /// {@return the text, and what it does not say of the object, in brackets}
    private static String with(String text, JsonObject object, String... said) {
        String rest = members(object, Set.of(said));
        return rest.isEmpty() ? text : text + " [" + rest + "]";
    }

    private static String members(JsonObject object, Set<String> without) {
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            if (!without.contains(member.getKey())) {
                String name = member.getKey().replace('_', ' ');
                boolean flag = member.getValue().equals(new JsonBoolean(true));
                members.add(flag ? name : name + ": " + of(member.getValue()));
            }
        }
        return String.join(", ", members);
    }

    private static String qualified(JsonObject name) {
        return Members.name(name).map(Object::toString).orElse("");
    }

    private static String text(JsonObject object, String name) {
        String text = of(object.get(name));
        return text == null ? "" : text;
    }

    private static String upper(String word) {
        return word.replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    /// {@return the value as JSON: where the words of two different values are the same}
    static @Nullable String exact(@Nullable JsonValue value) {
        return value == null ? null : Json.compact(value);
    }
}
