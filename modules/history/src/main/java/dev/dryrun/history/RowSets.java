package dev.dryrun.history;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a view of the server within a document: `[{"a": 1, "b": 2}, …]` is kept as
/// `{"header": ["a", "b"], "rows": [[1, 2], …]}`. `null` is "not there".
final class RowSets {

    private static final String HEADER = "header";
    private static final String ROWS = "rows";

    private RowSets() {}

    /// {@return the row set; null when the value is not a list of objects, or one that would not
    /// come out as it went in}
    static @Nullable JsonObject shrunk(JsonValue value) {
        if (!(value instanceof JsonArray(List<JsonValue> elements)) || elements.isEmpty()) {
            return null;
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonValue element : elements) {
            if (!(element instanceof JsonObject object)
                    || object.members().values().stream().anyMatch(JsonNull.class::isInstance)) {
                return null;
            }
            names.addAll(object.members().keySet());
        }
        List<JsonValue> rows = new ArrayList<>();
        for (JsonValue element : elements) {
            rows.add(row((JsonObject) element, names));
        }
        return of(JsonArray.ofStrings(names), rows);
    }

    private static JsonArray row(JsonObject object, Set<String> names) {
        List<JsonValue> row = new ArrayList<>();
        for (String name : names) {
            JsonValue member = object.get(name);
            row.add(member == null ? new JsonNull() : member);
        }
        return new JsonArray(row);
    }

    /// {@return whether the value is a row set}
    static boolean is(JsonValue value) {
        return value instanceof JsonObject object
                && object.members().size() == 2
                && object.get(HEADER) != null
                && object.get(ROWS) instanceof JsonArray;
    }

    /// {@return a row set}
    ///
    /// @param header the names of its members, or what stands for them
    /// @param rows each an array, or what stands for it
    static JsonObject of(JsonValue header, List<JsonValue> rows) {
        return JsonObject.builder().put(HEADER, header).put(ROWS, new JsonArray(rows)).build();
    }

    static JsonValue header(JsonObject set) {
        JsonValue header = set.get(HEADER);
        return header == null ? new JsonNull() : header;
    }

    static List<JsonValue> rows(JsonObject set) {
        return set.get(ROWS) instanceof JsonArray(List<JsonValue> rows) ? rows : List.of();
    }

    /// {@return the list of objects that it was}
    static JsonArray grown(JsonObject set) throws MalformedJsonException {
        if (!(header(set) instanceof JsonArray(List<JsonValue> names))) {
            throw new MalformedJsonException("a row set has no header");
        }
        List<JsonValue> objects = new ArrayList<>();
        for (JsonValue row : rows(set)) {
            if (!(row instanceof JsonArray(List<JsonValue> members))
                    || members.size() != names.size()) {
                throw new MalformedJsonException("a row has not the places it should have");
            }
            JsonObject.Builder object = JsonObject.builder();
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i) instanceof JsonString(String name)
                        && !(members.get(i) instanceof JsonNull)) {
                    object.put(name, members.get(i));
                }
            }
            objects.add(object.build());
        }
        return new JsonArray(objects);
    }
}
