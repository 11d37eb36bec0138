package dev.dryrun.history;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ObjectRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a row says already, its document does not repeat: the type and the name, the names of
/// members that stand at fixed places instead ([Layout]), and the object's name within those of its
/// indexes and constraints ([OwnName]).
///
/// Works on any document: one that does not fit is kept whole.
///
/// @param about what the document is about
/// @param type the word of its record
record DocumentShape(ObjectRef about, String type) {

    static final String WHOLE = "$whole";
    private static final JsonNull NULL = new JsonNull();
    private static final String FIGURES = "figures";
    private static final String DOCUMENT = "document";
    private static final String NAME = "name";
    private static final String SCHEMA = "schema";

    /// Lists whose elements are named after their object, as a rule, and their members that are
    /// such names.
    private static final Set<String> NAMED_LISTS = Set.of("indexes", "constraints");

    private static final Set<String> NAMES = Set.of(NAME, "constraint");

    /// What a foreign key refers to is hardly ever what another table's does: it stands beside the
    /// list, by its place in it, so that the lists can be equal.
    private static final String LIFTED_FROM = "constraints";

    private static final String LIFTED = "references";

    /// {@return the document without what its row says}
    ///
    /// @param document any document
    JsonObject shrunk(JsonObject document) {
        JsonObject shrunk = fits(document) ? shrunkIfItFits(document) : null;
        return shrunk == null ? JsonObject.builder().put(WHOLE, document).build() : shrunk;
    }

    /// {@return null when something in it has no place: that is found out on the way, as a capture
    /// does this to every document}
    private @Nullable JsonObject shrunkIfItFits(JsonObject document) {
        Layout layout = Layout.of(type);
        OwnName own = new OwnName(about.name().name());
        JsonObject.Builder out = JsonObject.builder();
        JsonObject.Builder lifted = JsonObject.builder();
        if (!layout.figures().isEmpty()) {
            JsonArray figures = array(document, layout.figures());
            if (figures == null) {
                return null;
            }
            out.put(FIGURES, figures);
        }
        for (Map.Entry<String, JsonValue> member : document.members().entrySet()) {
            String name = member.getKey();
            List<String> places = layout.rows().get(name);
            if (places != null) {
                JsonArray list =
                        list(
                                member.getValue(),
                                places,
                                NAMED_LISTS.contains(name) ? own : null,
                                name.equals(LIFTED_FROM) ? lifted : null);
                if (list == null) {
                    return null;
                }
                out.put(name, list);
            } else if (!name.equals(DOCUMENT)
                    && !name.equals(NAME)
                    && !name.equals(SCHEMA)
                    && !layout.isFigure(name)) {
                out.put(name, member.getValue());
            }
        }
        JsonObject beside = lifted.build();
        return beside.members().isEmpty() ? out.build() : out.put(LIFTED, beside).build();
    }

    private static @Nullable JsonArray list(
            JsonValue value,
            List<String> places,
            @Nullable OwnName own,
            JsonObject.@Nullable Builder lifted) {
        if (!(value instanceof JsonArray(List<JsonValue> elements))) {
            return null;
        }
        JsonValue[] rows = new JsonValue[elements.size()];
        for (int i = 0; i < rows.length; i++) {
            JsonValue element = elements.get(i);
            JsonObject object = element instanceof JsonObject given ? given : null;
            JsonValue beside = lifted == null || object == null ? null : object.get(LIFTED);
            if (beside instanceof JsonNull) {
                return null;
            }
            JsonValue left = element;
            if (beside != null && lifted != null && object != null) {
                lifted.put(Integer.toString(i), beside);
                left = without(object, LIFTED);
            }
            JsonArray row = row(left, places, own);
            if (row == null) {
                return null;
            }
            rows[i] = row;
        }
        return new JsonArray(List.of(rows));
    }

    private static JsonObject without(JsonObject object, String name) {
        JsonObject.Builder left = JsonObject.builder();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            if (!member.getKey().equals(name)) {
                left.put(member.getKey(), member.getValue());
            }
        }
        return left.build();
    }

    /// {@return the document as it was before it was shrunk}
    ///
    /// @param stored as [#shrunk] made it
    /// @throws MalformedJsonException when it was not made so
    JsonObject grown(JsonObject stored) throws MalformedJsonException {
        if (stored.get(WHOLE) instanceof JsonObject whole) {
            return whole;
        }
        Layout layout = Layout.of(type);
        OwnName own = new OwnName(about.name().name());
        JsonObject.Builder out = JsonObject.builder().put(DOCUMENT, type);
        if (layout.named() && !about.name().schema().isEmpty()) {
            out.put(SCHEMA, about.name().schema());
        }
        if (layout.named()) {
            out.put(NAME, about.name().name());
        }
        for (Map.Entry<String, JsonValue> member : stored.members().entrySet()) {
            String name = member.getKey();
            List<String> places = layout.rows().get(name);
            if (places != null && member.getValue() instanceof JsonArray rows) {
                List<JsonValue> elements = new ArrayList<>();
                for (JsonValue row : rows.elements()) {
                    JsonObject element = members(row, places, names(name, own::whole));
                    JsonValue beside =
                            name.equals(LIFTED_FROM) ? lifted(stored, elements.size()) : null;
                    elements.add(beside == null ? element : with(element, beside));
                }
                out.put(name, new JsonArray(elements));
            } else if (name.equals(FIGURES) && !layout.figures().isEmpty()) {
                JsonObject figures =
                        members(member.getValue(), layout.figures(), UnaryOperator.identity());
                out.putAll(figures.members());
            } else if (!name.equals(LIFTED)) {
                out.put(name, member.getValue());
            }
        }
        return out.build();
    }

    private static @Nullable JsonValue lifted(JsonObject stored, int place) {
        return stored.get(LIFTED) instanceof JsonObject beside
                ? beside.get(Integer.toString(place))
                : null;
    }

    private static JsonObject with(JsonObject element, JsonValue lifted) {
        return JsonObject.builder().putAll(element.members()).put(LIFTED, lifted).build();
    }

    private boolean fits(JsonObject document) {
        String schema = about.name().schema();
        boolean named = Layout.of(type).named();
        return is(type, document.get(DOCUMENT))
                && is(named ? about.name().name() : null, document.get(NAME))
                && is(!named || schema.isEmpty() ? null : schema, document.get(SCHEMA))
                && document.get(FIGURES) == null
                && document.get(LIFTED) == null
                && document.get(WHOLE) == null;
    }

    private static boolean is(@Nullable String text, @Nullable JsonValue value) {
        return text == null
                ? value == null
                : value instanceof JsonString(String given) && given.equals(text);
    }

    private static UnaryOperator<String> names(String list, UnaryOperator<String> change) {
        return NAMED_LISTS.contains(list) ? change : UnaryOperator.identity();
    }

    /// {@return the members at their places, null where there is none, up to the last there is;
    /// null for what is no object, has a null or an unnamed member}
    ///
    /// @param own shortens names; null where they stay
    private static @Nullable JsonArray row(
            JsonValue value, List<String> places, @Nullable OwnName own) {
        if (!(value instanceof JsonObject object)) {
            return null;
        }
        JsonValue[] row = new JsonValue[places.size()];
        int placed = 0;
        int length = 0;
        for (int i = 0; i < row.length; i++) {
            String place = places.get(i);
            JsonValue member = place.isEmpty() ? null : object.get(place);
            if (member instanceof JsonNull) {
                return null;
            }
            row[i] = member == null ? NULL : shortened(place, member, own);
            if (member != null) {
                placed++;
                length = i + 1;
            }
        }
        if (placed < object.members().size()) {
            JsonObject rest = rest(object, places, own);
            if (rest == null) {
                return null;
            }
            int place = places.indexOf(Layout.REST);
            row[place] = rest;
            length = Math.max(length, place + 1);
        }
        return new JsonArray(List.of(length == row.length ? row : Arrays.copyOf(row, length)));
    }

    /// {@return the members that have no place of their own; null when one of them is null, or
    /// unnamed}
    private static @Nullable JsonObject rest(
            JsonObject object, List<String> places, @Nullable OwnName own) {
        JsonObject.Builder rest = JsonObject.builder();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            String name = member.getKey();
            if (name.isEmpty() || member.getValue() instanceof JsonNull) {
                return null;
            }
            if (!places.contains(name)) {
                rest.put(name, shortened(name, member.getValue(), own));
            }
        }
        return rest.build();
    }

    private static @Nullable JsonArray array(JsonObject document, List<String> places) {
        JsonValue[] row = new JsonValue[places.size()];
        int length = 0;
        for (int i = 0; i < row.length; i++) {
            JsonValue member = document.get(places.get(i));
            if (member instanceof JsonNull) {
                return null;
            }
            row[i] = member == null ? NULL : member;
            length = member == null ? length : i + 1;
        }
        return new JsonArray(List.of(length == row.length ? row : Arrays.copyOf(row, length)));
    }

    private static JsonValue shortened(String name, JsonValue member, @Nullable OwnName own) {
        return own != null && NAMES.contains(name) && member instanceof JsonString(String text)
                ? new JsonString(own.shortened(text))
                : member;
    }

    private static JsonValue renamed(String name, JsonValue member, UnaryOperator<String> names) {
        return NAMES.contains(name) && member instanceof JsonString(String text)
                ? new JsonString(names.apply(text))
                : member;
    }

    private static JsonObject members(
            JsonValue value, List<String> places, UnaryOperator<String> names)
            throws MalformedJsonException {
        if (!(value instanceof JsonArray row) || row.elements().size() > places.size()) {
            throw new MalformedJsonException("a row has not the places it should have");
        }
        JsonObject.Builder out = JsonObject.builder();
        for (int i = 0; i < row.elements().size(); i++) {
            String place = places.get(i);
            JsonValue member = row.elements().get(i);
            if (place.equals(Layout.REST) && member instanceof JsonObject rest) {
                rest.members().forEach((name, more) -> out.put(name, renamed(name, more, names)));
            } else if (!(member instanceof JsonNull)) {
                out.put(place, renamed(place, member, names));
            }
        }
        return out.build();
    }
}
