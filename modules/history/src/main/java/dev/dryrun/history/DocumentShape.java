package dev.dryrun.history;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a row says already, its document does not repeat: the type and the name, and in lists of
/// columns and indexes the names of the members, which stand at fixed places instead.
///
/// The places are part of the format; the views in `schema-2.sql` know them too. Works on any
/// document: one that does not fit is kept whole.
///
/// @param about what the document is about
/// @param type the word of its record
record DocumentShape(ObjectRef about, String type) {

    private static final String WHOLE = "$whole";
    private static final String DOCUMENT = "document";
    private static final String NAME = "name";
    private static final String SCHEMA = "schema";

    /// The place of an object with the members that have no place of their own.
    private static final String REST = "";

    private static final Map<String, List<String>> PLACES =
            Map.of(
                    "columns",
                    List.of(
                            NAME,
                            "type",
                            "not_null",
                            "default",
                            REST,
                            "null_frac",
                            "avg_width",
                            "n_distinct",
                            "correlation",
                            "most_common_vals",
                            "most_common_freqs",
                            "histogram_bounds"),
                    "indexes",
                    List.of(NAME, "method", "definition", "keys", REST));

    /// {@return the document without what its row says}
    ///
    /// @param document any document
    JsonObject shrunk(JsonObject document) {
        if (!fits(document)) {
            return JsonObject.builder().put(WHOLE, document).build();
        }
        JsonObject.Builder out = JsonObject.builder();
        document.members()
                .forEach((name, value) -> {
                    List<String> places = PLACES.get(name);
                    if (places != null && value instanceof JsonArray rows) {
                        out.put(name, JsonArray.of(rows.elements(), row -> row(row, places)));
                    } else if (!name.equals(DOCUMENT)
                            && !name.equals(NAME)
                            && !name.equals(SCHEMA)) {
                        out.put(name, value);
                    }
                });
        return out.build();
    }

    /// {@return the document as it was before it was shrunk}
    ///
    /// @param stored as [#shrunk] made it
    /// @throws MalformedJsonException when it was not made so
    JsonObject grown(JsonObject stored) throws MalformedJsonException {
        if (stored.get(WHOLE) instanceof JsonObject whole) {
            return whole;
        }
        JsonObject.Builder out = JsonObject.builder().put(DOCUMENT, type);
        if (!about.name().schema().isEmpty()) {
            out.put(SCHEMA, about.name().schema());
        }
        out.put(NAME, about.name().name());
        for (Map.Entry<String, JsonValue> member : stored.members().entrySet()) {
            List<String> places = PLACES.get(member.getKey());
            if (places != null && member.getValue() instanceof JsonArray rows) {
                List<JsonValue> elements = new ArrayList<>();
                for (JsonValue row : rows.elements()) {
                    elements.add(members(row, places));
                }
                out.put(member.getKey(), new JsonArray(elements));
            } else {
                out.put(member.getKey(), member.getValue());
            }
        }
        return out.build();
    }

    private boolean fits(JsonObject document) {
        String schema = about.name().schema();
        JsonValue wanted = schema.isEmpty() ? null : new JsonString(schema);
        return new JsonString(type).equals(document.get(DOCUMENT))
                && new JsonString(about.name().name()).equals(document.get(NAME))
                && Objects.equals(wanted, document.get(SCHEMA))
                && PLACES.keySet().stream().allMatch(name -> isList(document.get(name)));
    }

    private static boolean isList(@Nullable JsonValue value) {
        return value == null
                || (value instanceof JsonArray rows
                        && rows.elements().stream().allMatch(DocumentShape::isPlainObject));
    }

    private static boolean isPlainObject(JsonValue value) {
        return value instanceof JsonObject object
                && object.members().values().stream().noneMatch(JsonNull.class::isInstance)
                && object.get(REST) == null;
    }

    private static JsonArray row(JsonValue value, List<String> places) {
        Map<String, JsonValue> members = new HashMap<>();
        JsonObject.Builder rest = JsonObject.builder();
        if (value instanceof JsonObject object) {
            object.members()
                    .forEach((name, member) -> {
                        if (places.contains(name)) {
                            members.put(name, member);
                        } else {
                            rest.put(name, member);
                        }
                    });
        }
        JsonObject others = rest.build();
        if (!others.members().isEmpty()) {
            members.put(REST, others);
        }
        List<JsonValue> row = new ArrayList<>();
        for (String place : places) {
            JsonValue member = members.remove(place);
            row.add(member == null ? new JsonNull() : member);
            if (members.isEmpty()) {
                break;
            }
        }
        return new JsonArray(row);
    }

    private static JsonObject members(JsonValue value, List<String> places)
            throws MalformedJsonException {
        if (!(value instanceof JsonArray row) || row.elements().size() > places.size()) {
            throw new MalformedJsonException("a row has not the places it should have");
        }
        JsonObject.Builder out = JsonObject.builder();
        for (int i = 0; i < row.elements().size(); i++) {
            JsonValue member = row.elements().get(i);
            if (places.get(i).equals(REST) && member instanceof JsonObject rest) {
                out.putAll(rest.members());
            } else if (!(member instanceof JsonNull)) {
                out.put(places.get(i), member);
            }
        }
        return out.build();
    }
}
