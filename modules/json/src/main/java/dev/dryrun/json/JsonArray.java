package dev.dryrun.json;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// An array.
///
/// @param elements in order
public record JsonArray(List<JsonValue> elements) implements JsonValue {

    public JsonArray {
        elements = List.copyOf(elements);
    }

    /// {@return an array with one element for each item}
    ///
    /// @param items in order
    /// @param toJson makes an item's element
    /// @param <T> what the items are
    public static <T> JsonArray of(
            Collection<? extends T> items, Function<? super T, ? extends JsonValue> toJson) {
        JsonValue[] elements = new JsonValue[items.size()];
        int count = 0;
        for (T item : items) {
            elements[count++] = toJson.apply(item);
        }
        return new JsonArray(List.of(elements));
    }

    /// {@return an array of strings}
    ///
    /// @param items in order
    public static JsonArray ofStrings(Collection<String> items) {
        return of(items, JsonString::new);
    }
}
