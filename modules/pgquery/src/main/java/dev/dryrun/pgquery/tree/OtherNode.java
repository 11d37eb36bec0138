package dev.dryrun.pgquery.tree;

import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A node of a kind that has no record of its own: utility statements, most of XML and JSON, bodies
/// in PL/pgSQL.
///
/// @param tag its kind, in PostgreSQL's spelling
/// @param json its fields, as libpg_query writes them
/// @param nodes the nodes in those fields, by the field, in order
public record OtherNode(String tag, JsonObject json, SequencedMap<String, List<Node>> nodes)
        implements Node {

    static Node read(String tag, NodeFields fields) {
        return new OtherNode(tag, fields.json(), fields.nodes());
    }

    @Override
    public int location() {
        return number("location");
    }

    /// {@return a field's text; null when it is not there or no text}
    ///
    /// @param field such as `relname`
    public @Nullable String text(String field) {
        return json.get(field) instanceof JsonString(String value) ? value : null;
    }

    /// {@return a field's number; 0 when it is not there or no number}
    ///
    /// @param field such as `stmt_len`
    public int number(String field) {
        return json.get(field) instanceof JsonNumber number ? (int) number.longValue() : 0;
    }

    /// {@return the nodes in a field: a list's items, or the one node that it holds; empty when it
    /// is not there}
    ///
    /// @param field such as `options`
    public List<Node> nodes(String field) {
        return nodes.getOrDefault(field, List.of());
    }

    @Override
    public List<@Nullable Object> parts() {
        List<@Nullable Object> values = new ArrayList<>();
        json.members()
                .forEach((field, value) -> {
                    if (!NodeFields.isPlace(field)) {
                        values.add(field);
                        values.add(nodes.containsKey(field) ? nodes.get(field) : value);
                    }
                });
        return values;
    }
}
