package dev.dryrun.history;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A document as format 2 kept it. Frozen: it reads files that are never made again.
///
/// @param about what the document is about
/// @param type the word of its record
record Format2Document(ObjectRef about, String type) {

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

    /// {@return the whole document}
    ///
    /// @param stored the row's, its long texts already in clear
    /// @throws MalformedJsonException when the row is damaged
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
