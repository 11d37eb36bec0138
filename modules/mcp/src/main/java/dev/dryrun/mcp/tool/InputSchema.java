package dev.dryrun.mcp.tool;

import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The arguments that a tool takes. What clients are told and what is checked is the same list.
///
/// @param tool the tool's name
/// @param properties in the order they are shown
record InputSchema(String tool, List<Property> properties) {

    private static final int ECHO_MAX = 60;

    InputSchema {
        properties = List.copyOf(properties);
    }

    /// {@return the JSON Schema}
    JsonObject toJson() {
        JsonObject.Builder members = JsonObject.builder();
        properties.forEach(property -> members.put(property.name(), property.toJson()));
        List<String> required =
                properties.stream().filter(Property::required).map(Property::name).toList();
        return JsonObject.builder()
                .put("type", "object")
                .put("properties", members.build())
                .putUnlessEmpty("required", required)
                .put("additionalProperties", false)
                .build();
    }

    /// {@return the arguments, each of a kind that its property takes. A null stands for one that
    /// was not given: many clients send it so}
    ///
    /// @param given as they came
    /// @throws InputException USAGE: one is unknown, is missing, or is not what it must be
    Arguments check(JsonObject given) {
        SequencedMap<String, JsonValue> present = new LinkedHashMap<>();
        given.members()
                .forEach((name, value) -> {
                    Property property = named(name);
                    if (!(value instanceof JsonNull)) {
                        accept(property, value);
                        present.put(name, value);
                    }
                });
        for (Property property : properties) {
            if (property.required() && !present.containsKey(property.name())) {
                throw refused(
                        tool + " needs the argument \"" + property.name() + "\"",
                        "it takes " + names());
            }
        }
        return new Arguments(new JsonObject(present));
    }

    private Property named(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private void accept(Property property, JsonValue value) {
        String objection = property.objection(value);
        if (objection != null) {
            throw refused(
                    "the argument \"" + property.name() + "\" of " + tool + " must be " + objection,
                    "call it again with that; tools/list has the whole schema");
        }
    }

    private InputException unknown(String name) {
        List<String> known = properties.stream().map(Property::name).toList();
        String meant =
                Nearest.one(name, known).map(near -> "did you mean \"" + near + "\"? ").orElse("");
        return refused(
                tool + " takes no argument \"" + shortened(name) + "\"",
                meant + "it takes " + names());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= ECHO_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, ECHO_MAX)) + "…";
    }

    private String names() {
        return String.join(", ", properties.stream().map(Property::name).toList());
    }

    private static InputException refused(String message, String hint) {
        return new InputException(ErrorCode.USAGE, message, hint);
    }
}
