package dev.dryrun.mcp.tool;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arguments that [InputSchema#check] has seen.
///
/// @param given by name; those that were not given are not there
record Arguments(JsonObject given) {

    /// {@return a text; null when it was not given, or is empty}
    @Nullable String text(String name) {
        return given.get(name) instanceof JsonString(String text) && !text.isEmpty() ? text : null;
    }

    /// {@return a text that the schema requires}
    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new IllegalArgumentException("the schema does not require " + name);
        }
        return text;
    }

    /// {@return a number}
    int count(Property.Count property) {
        return given.get(property.name()) instanceof JsonNumber number
                ? Property.Count.value(number)
                : property.otherwise();
    }

    /// {@return several texts; empty when they were not given}
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (given.get(name) instanceof JsonArray(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                if (element instanceof JsonString(String text)) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /// {@return the same arguments with one more, or another, for a follow-up call}
    JsonObject with(String name, JsonValue value) {
        JsonObject.Builder all = JsonObject.builder();
        given.members()
                .forEach((other, otherValue) -> {
                    if (!other.equals(name)) {
                        all.put(other, otherValue);
                    }
                });
        return all.put(name, value).build();
    }
}
