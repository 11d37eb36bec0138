package dev.dryrun.mcp;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.List;
import java.util.Map;

/// The part of JSON Schema that our tools' schemas use. Any other keyword is an error.
final class SchemaCheck {

    private SchemaCheck() {}

    static void check(JsonObject schema, JsonValue value, String path) {
        for (Map.Entry<String, JsonValue> keyword : schema.members().entrySet()) {
            boolean fits =
                    switch (keyword.getKey()) {
                        case "type" -> hasType(text(keyword.getValue()), value);
                        case "properties" ->
                                properties((JsonObject) keyword.getValue(), value, path);
                        case "required" -> required((JsonArray) keyword.getValue(), value);
                        case "items" -> items((JsonObject) keyword.getValue(), value, path);
                        case "anyOf" -> anyOf((JsonArray) keyword.getValue(), value, path);
                        case "enum" -> ((JsonArray) keyword.getValue()).elements().contains(value);
                        default -> throw new AssertionError(path + ": " + keyword.getKey());
                    };
            if (!fits) {
                throw new AssertionError(
                        path + " breaks " + keyword.getKey() + ": " + Json.compact(value));
            }
        }
    }

    private static boolean hasType(String type, JsonValue value) {
        return switch (value) {
            case JsonObject _ -> type.equals("object");
            case JsonArray _ -> type.equals("array");
            case JsonString _ -> type.equals("string");
            case JsonBoolean _ -> type.equals("boolean");
            case JsonNull _ -> type.equals("null");
            case JsonNumber(String number) ->
                    type.equals("number") || (type.equals("integer") && !number.contains("."));
        };
    }

    private static boolean properties(JsonObject properties, JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            object.members()
                    .forEach((name, member) -> {
                        if (!(properties.get(name) instanceof JsonObject schema)) {
                            throw new AssertionError(path + "." + name + " is not told of");
                        }
                        if (!schema.members().isEmpty()) {
                            check(schema, member, path + "." + name);
                        }
                    });
        }
        return true;
    }

    private static boolean required(JsonArray required, JsonValue value) {
        return value instanceof JsonObject object
                && required.elements().stream()
                        .allMatch(name -> object.members().containsKey(text(name)));
    }

    private static boolean items(JsonObject items, JsonValue value, String path) {
        if (value instanceof JsonArray(List<JsonValue> elements)) {
            elements.forEach(element -> check(items, element, path + "[]"));
        }
        return true;
    }

    private static boolean anyOf(JsonArray schemas, JsonValue value, String path) {
        return schemas.elements().stream()
                .anyMatch(schema -> {
                    try {
                        check((JsonObject) schema, value, path);
                        return true;
                    } catch (AssertionError _) {
                        return false;
                    }
                });
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }
}
