package dev.dryrun.mcp.tool;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One argument of a tool: what clients are told of it, and the check of what they send.
sealed interface Property {

    /// {@return its name}
    String name();

    /// {@return whether a call without it is refused}
    default boolean required() {
        return false;
    }

    /// {@return its JSON Schema}
    JsonObject toJson();

    /// {@return what it must be, in words that follow "must be"; null when the value is that}
    ///
    /// @param value what was sent, not null
    @Nullable String objection(JsonValue value);

    /// Free text.
    ///
    /// @param name its name
    /// @param description for models
    /// @param required whether a call without it is refused; then it must not be empty either
    record Text(String name, String description, boolean required) implements Property {

        @Override
        public JsonObject toJson() {
            JsonObject.Builder schema =
                    JsonObject.builder().put("type", "string").put("description", description);
            if (required) {
                schema.put("minLength", 1);
            }
            return schema.build();
        }

        @Override
        public @Nullable String objection(JsonValue value) {
            boolean fits =
                    value instanceof JsonString(String text) && !(required && text.isEmpty());
            return fits ? null : required ? "a string that is not empty" : "a string";
        }
    }

    /// One word of several.
    ///
    /// @param name its name
    /// @param description for models
    /// @param words all there are
    /// @param otherwise what a call without it means; null when that is no word
    record Choice(String name, String description, List<String> words, @Nullable String otherwise)
            implements Property {

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("type", "string")
                    .put("enum", JsonArray.ofStrings(words))
                    .put("default", otherwise)
                    .put("description", description)
                    .build();
        }

        @Override
        public @Nullable String objection(JsonValue value) {
            return value instanceof JsonString(String word) && words.contains(word)
                    ? null
                    : "one of " + String.join(", ", words);
        }
    }

    /// A whole number that is not negative.
    ///
    /// @param name its name
    /// @param description for models
    /// @param otherwise what a call without it means
    record Count(String name, String description, int otherwise) implements Property {

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("type", "integer")
                    .put("minimum", 0)
                    .put("default", otherwise)
                    .put("description", description)
                    .build();
        }

        @Override
        public @Nullable String objection(JsonValue value) {
            return value instanceof JsonNumber number && value(number) >= 0
                    ? null
                    : "a whole number from 0 to " + Integer.MAX_VALUE;
        }

        /// {@return the number, or -1 when it is none that fits}
        static int value(JsonNumber number) {
            try {
                long value = number.longValue();
                return value < 0 || value > Integer.MAX_VALUE ? -1 : (int) value;
            } catch (ArithmeticException | NumberFormatException _) {
                return -1;
            }
        }
    }

    /// Several texts.
    ///
    /// @param name its name
    /// @param description for models
    /// @param words all there are; empty when any text will do
    record Texts(String name, String description, List<String> words) implements Property {

        public Texts {
            words = List.copyOf(words);
        }

        @Override
        public JsonObject toJson() {
            JsonObject.Builder items = JsonObject.builder().put("type", "string");
            items.putUnlessEmpty("enum", words);
            return JsonObject.builder()
                    .put("type", "array")
                    .put("items", items.build())
                    .put("description", description)
                    .build();
        }

        @Override
        public @Nullable String objection(JsonValue value) {
            boolean fits =
                    value instanceof JsonArray(List<JsonValue> elements)
                            && elements.stream().allMatch(this::fits);
            return fits
                    ? null
                    : words.isEmpty()
                            ? "an array of strings"
                            : "an array of some of " + String.join(", ", words);
        }

        private boolean fits(JsonValue element) {
            return element instanceof JsonString(String text)
                    && (words.isEmpty() || words.contains(text));
        }
    }
}
