package dev.dryrun.pgquery.tree;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one node, as libpg_query writes them. A field that is zero, false or empty is left
/// out there.
final class NodeFields {

    private static final Set<String> PLACES =
            Set.of(
                    "location",
                    "rexpr_list_start",
                    "rexpr_list_end",
                    "list_start",
                    "list_end",
                    "name_location",
                    "arg_location");

    private final String tag;
    private final JsonObject json;
    private final Map<String, String> fixed;

    /// How many of the fields were asked for.
    private int read;

    NodeFields(String tag, JsonObject json) {
        this.tag = tag;
        this.json = json;
        this.fixed = TypedFields.of(tag);
    }

    /// {@return whether a field says where in the text something is}
    static boolean isPlace(String field) {
        return PLACES.contains(field);
    }

    JsonObject json() {
        return json;
    }

    /// {@return whether every field that is there was asked for}
    boolean allRead() {
        return read == json.members().size();
    }

    private @Nullable JsonValue take(String field) {
        JsonValue value = json.get(field);
        if (value != null) {
            read++;
        }
        return value;
    }

    @Nullable String text(String field) {
        return take(field) instanceof JsonString(String value) ? value : null;
    }

    String text(String field, String absent) {
        String text = text(field);
        return text == null ? absent : text;
    }

    int number(String field) {
        return take(field) instanceof JsonNumber number ? (int) number.longValue() : 0;
    }

    boolean flag(String field) {
        return take(field) instanceof JsonBoolean(boolean value) && value;
    }

    /// {@return the constant that a field names}
    ///
    /// @param constants all that the grammar has
    <C extends Enum<C>> C constant(String field, Class<C> constants) {
        String name = text(field, "");
        try {
            return Enum.valueOf(constants, name);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "libpg_query's %s has the unknown %s \"%s\"".formatted(tag, field, name), e);
        }
    }

    /// {@return the node in a field; null when it is not there}
    @Nullable Node node(String field) {
        JsonValue value = take(field);
        return value == null ? null : node(field, value);
    }

    /// {@return the node in a field, which the grammar gives a kind; null when it is not there}
    <N extends Node> @Nullable N node(String field, Class<N> kind) {
        Node node = node(field);
        return node == null ? null : cast(field, node, kind);
    }

    /// {@return the node in a field that is always there}
    <N extends Node> N needed(String field, Class<N> kind) {
        N node = node(field, kind);
        if (node == null) {
            throw new IllegalStateException("libpg_query's " + tag + " has no " + field);
        }
        return node;
    }

    /// {@return the items of a field's list; empty when it is not there}
    List<Node> nodes(String field) {
        return nodes(field, Node.class);
    }

    /// {@return the items of a field's list, which the grammar gives a kind}
    <N extends Node> List<N> nodes(String field, Class<N> kind) {
        if (!(take(field) instanceof JsonArray(List<JsonValue> elements))) {
            return List.of();
        }
        List<N> nodes = new ArrayList<>(elements.size());
        for (JsonValue element : elements) {
            Node node = node(field, element);
            nodes.add(cast(field, node == null ? new Nil() : node, kind));
        }
        return List.copyOf(nodes);
    }

    /// {@return the nodes in all fields that hold some}
    SequencedMap<String, List<Node>> nodes() {
        SequencedMap<String, List<Node>> nodes = new LinkedHashMap<>();
        json.members()
                .forEach((field, value) -> {
                    Node single = node(field, value);
                    if (single != null) {
                        nodes.put(field, List.of(single));
                    } else if (value instanceof JsonArray) {
                        nodes.put(field, nodes(field));
                    }
                });
        return nodes;
    }

    private <N extends Node> N cast(String field, Node node, Class<N> kind) {
        if (!kind.isInstance(node)) {
            throw new IllegalStateException(
                    "libpg_query's %s has a %s as its %s".formatted(tag, node.tag(), field));
        }
        return kind.cast(node);
    }

    /// {@return the node of `{"Kind":{…}}`, or of `{…}` where the grammar gives it a kind; null for
    /// what is no node, as an empty object where any kind may stand}
    private @Nullable Node node(String field, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return null;
        }
        String kind = fixed.get(field);
        if (kind != null) {
            return NodeReader.read(kind, object);
        }
        if (object.members().size() != 1) {
            return null;
        }
        Map.Entry<String, JsonValue> only = object.members().firstEntry();
        return only.getValue() instanceof JsonObject inner
                ? NodeReader.read(only.getKey(), inner)
                : null;
    }
}
