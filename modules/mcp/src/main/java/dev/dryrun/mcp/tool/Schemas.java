package dev.dryrun.mcp.tool;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import java.util.List;
import java.util.SequencedMap;

/// Pieces of the JSON Schemas of answers. Answers may gain members, so no schema forbids more.
final class Schemas {

    private Schemas() {}

    static JsonObject type(String name) {
        return JsonObject.builder().put("type", name).build();
    }

    static JsonObject text() {
        return type("string");
    }

    static JsonObject whole() {
        return type("integer");
    }

    static JsonObject flag() {
        return type("boolean");
    }

    static JsonObject listOf(JsonObject items) {
        return JsonObject.builder().put("type", "array").put("items", items).build();
    }

    /// A figure from the server: the bare value when it was measured, `{"estimated": value}`, or
    /// `{"absent": "reason"}`.
    static JsonObject reading(String type) {
        JsonObject estimated = object(List.of("estimated"), "estimated", type(type));
        JsonObject absent = object(List.of("absent"), "absent", text());
        return JsonObject.builder()
                .put("anyOf", new JsonArray(List.of(type(type), estimated, absent)))
                .build();
    }

    private static JsonObject object(List<String> required, String name, JsonObject member) {
        return JsonObject.builder()
                .put("type", "object")
                .put("properties", JsonObject.builder().put(name, member).build())
                .putUnlessEmpty("required", required)
                .build();
    }

    static JsonObject object(List<String> required, JsonObject.Builder members) {
        return JsonObject.builder()
                .put("type", "object")
                .put("properties", members.build())
                .putUnlessEmpty("required", required)
                .build();
    }

    /// {@return the schema of a tool's whole answer: its own, and `_meta`}
    static JsonObject withMeta(JsonObject schema) {
        JsonObject.Builder members = JsonObject.builder();
        if (schema.get("properties") instanceof JsonObject(SequencedMap<String, JsonValue> own)) {
            members.putAll(own);
        }
        members.put("_meta", meta());
        JsonObject.Builder whole = JsonObject.builder();
        schema.members()
                .forEach((name, value) ->
                        whole.put(name, name.equals("properties") ? members.build() : value));
        return whole.build();
    }

    private static JsonObject meta() {
        JsonObject call =
                object(
                        List.of("tool", "args"),
                        JsonObject.builder().put("tool", text()).put("args", type("object")));
        return object(
                List.of("mode", "database", "pg_version", "schema_captured_at"),
                JsonObject.builder()
                        .put("mode", text())
                        .put("database", text())
                        .put("pg_version", text())
                        .put("schema_captured_at", text())
                        .put("planner_captured_at", text())
                        .put("activity_captured_at", text())
                        .put("hint", text())
                        .put("next", listOf(call)));
    }
}
