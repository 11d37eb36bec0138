package dev.dryrun.pgquery;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node of PostgreSQL's raw parse tree, such as a `SelectStmt`, a `RangeVar` or a `ColumnRef`.
///
/// Kinds and fields have the names of PostgreSQL's `parsenodes.h`. A field that is zero, false or
/// empty is left out of the tree, so it reads as that.
///
/// @param kind the node's type
/// @param fields as libpg_query writes them, without the kind around them
public record Node(String kind, JsonObject fields) {

    /// {@return where the node begins, in bytes from the start of the text; 0 also for the kinds
    /// that have no place, -1 where the parser made the node up}
    public int location() {
        return number("location");
    }

    /// {@return a field's text; null when it is not there or no text}
    ///
    /// @param field such as `relname`
    public @Nullable String text(String field) {
        return fields.get(field) instanceof JsonString(String value) ? value : null;
    }

    /// {@return a field's number; 0 when it is not there or no number}
    ///
    /// @param field such as `location`
    public int number(String field) {
        return fields.get(field) instanceof JsonNumber number ? (int) number.longValue() : 0;
    }

    /// {@return a field's flag; false when it is not there}
    ///
    /// @param field such as `missing_ok`
    public boolean flag(String field) {
        return fields.get(field) instanceof JsonBoolean(boolean value) && value;
    }

    /// {@return the node in a field; null when it is not there or no single node}
    ///
    /// @param field such as `whereClause`
    public @Nullable Node child(String field) {
        JsonValue value = fields.get(field);
        return value == null ? null : node(field, value);
    }

    /// {@return the nodes in a field: a list's items, or the one node that it holds; empty when it
    /// is not there}
    ///
    /// @param field such as `fromClause`
    public List<Node> children(String field) {
        List<Node> children = new ArrayList<>();
        JsonValue value = fields.get(field);
        if (value != null) {
            addNodes(field, value, children);
        }
        return children;
    }

    /// {@return all nodes right below this one, in the order of the fields}
    public List<Node> children() {
        List<Node> children = new ArrayList<>();
        for (Map.Entry<String, JsonValue> field : fields.members().entrySet()) {
            addNodes(field.getKey(), field.getValue(), children);
        }
        return children;
    }

    /// {@return the texts of a field that lists `String` nodes, such as the parts of a dotted name;
    /// what is no `String`, such as the star of `t.*`, is left out}
    ///
    /// @param field such as `funcname` or a `ColumnRef`'s `fields`
    public List<String> names(String field) {
        List<String> names = new ArrayList<>();
        for (Node child : children(field)) {
            if (child.kind.equals("String")) {
                String name = child.text("sval");
                names.add(name == null ? "" : name);
            }
        }
        return names;
    }

    /// {@return this node, if it is of the kind, and all of the kind below it, in the order in
    /// which [#walk] meets them}
    ///
    /// @param kind such as `RangeVar`
    public List<Node> find(String kind) {
        List<Node> found = new ArrayList<>();
        walk(node -> {
            if (node.kind.equals(kind)) {
                found.add(node);
            }
            return true;
        });
        return found;
    }

    /// Shows this node and all below it. Does not recurse, so no depth exhausts the stack.
    ///
    /// @param visitor sees each node
    public void walk(NodeVisitor visitor) {
        Deque<Step> steps = new ArrayDeque<>();
        steps.push(new Step(this, false));
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (step.seen) {
                visitor.leave(step.node);
                continue;
            }
            steps.push(new Step(step.node, true));
            if (visitor.enter(step.node)) {
                for (Node child : step.node.children().reversed()) {
                    steps.push(new Step(child, false));
                }
            }
        }
    }

    private void addNodes(String field, JsonValue value, List<Node> nodes) {
        if (value instanceof JsonArray(List<JsonValue> elements)) {
            for (JsonValue element : elements) {
                addNodes(field, element, nodes);
            }
        } else {
            Node node = node(field, value);
            if (node != null) {
                nodes.add(node);
            }
        }
    }

    private @Nullable Node node(String field, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return null;
        }
        String typed = TypedFields.kind(kind, field);
        return typed == null ? wrapped(object) : new Node(typed, object);
    }

    /// {@return the node of `{"Kind":{…}}`; null for an empty object, which is a NULL in a list}
    static @Nullable Node wrapped(JsonObject object) {
        if (object.members().size() != 1) {
            return null;
        }
        Map.Entry<String, JsonValue> only = object.members().firstEntry();
        return only.getValue() instanceof JsonObject inner ? new Node(only.getKey(), inner) : null;
    }

    private record Step(Node node, boolean seen) {}
}
