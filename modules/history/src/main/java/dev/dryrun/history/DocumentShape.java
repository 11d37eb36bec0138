package dev.dryrun.history;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
                                names(name, own::shortened),
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
            UnaryOperator<String> names,
            JsonObject.@Nullable Builder lifted) {
        if (!(value instanceof JsonArray(List<JsonValue> elements))) {
            return null;
        }
        List<JsonValue> rows = new ArrayList<>(elements.size());
        for (JsonValue element : elements) {
            JsonObject object = element instanceof JsonObject given ? given : null;
            JsonValue beside = lifted == null || object == null ? null : object.get(LIFTED);
            if (beside instanceof JsonNull) {
                return null;
            }
            JsonValue left = element;
            if (beside != null && lifted != null && object != null) {
                lifted.put(Integer.toString(rows.size()), beside);
                left = without(object, LIFTED);
            }
            JsonArray row = row(left, places, names);
            if (row == null) {
                return null;
            }
            rows.add(row);
        }
        return new JsonArray(rows);
    }

    private static JsonObject without(JsonObject object, String name) {
        SequencedMap<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.remove(name);
        return new JsonObject(members);
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
    private static @Nullable JsonArray row(
            JsonValue value, List<String> places, UnaryOperator<String> names) {
        if (!(value instanceof JsonObject object)) {
            return null;
        }
        List<JsonValue> row = new ArrayList<>(places.size());
        int placed = 0;
        int length = 0;
        for (String place : places) {
            JsonValue member = object.get(place);
            if (member instanceof JsonNull || (member != null && place.equals(Layout.REST))) {
                return null;
            }
            row.add(member == null ? NULL : renamed(place, member, names));
            if (member != null) {
                placed++;
                length = row.size();
            }
        }
        if (placed < object.members().size()) {
            JsonObject rest = rest(object, places, names);
            if (rest == null) {
                return null;
            }
            row.set(places.indexOf(Layout.REST), rest);
            length = Math.max(length, places.indexOf(Layout.REST) + 1);
        }
        return new JsonArray(row.subList(0, length));
    }

    /// {@return the members that have no place of their own}
    private static @Nullable JsonObject rest(
            JsonObject object, List<String> places, UnaryOperator<String> names) {
        JsonObject.Builder rest = JsonObject.builder();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            if (member.getValue() instanceof JsonNull) {
                return null;
            }
            if (!places.contains(member.getKey())) {
                rest.put(member.getKey(), renamed(member.getKey(), member.getValue(), names));
            }
        }
        return rest.build();
    }

    private static @Nullable JsonArray array(JsonObject document, List<String> places) {
        List<JsonValue> row = new ArrayList<>(places.size());
        int length = 0;
        for (String place : places) {
            JsonValue member = document.get(place);
            if (member instanceof JsonNull) {
                return null;
            }
            row.add(member == null ? NULL : member);
            length = member == null ? length : row.size();
        }
        return new JsonArray(row.subList(0, length));
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
