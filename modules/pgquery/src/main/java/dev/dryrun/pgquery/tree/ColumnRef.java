package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column, a row or a star: `a`, `t.a`, `s.t.a`, `*`, `t.*`.
///
/// @param fields the parts, in order: [StringNode]s, at the end perhaps an [AStar]
public record ColumnRef(List<Node> fields, int location) implements Node {

    static ColumnRef read(NodeFields fields) {
        return new ColumnRef(fields.nodes("fields"), fields.number("location"));
    }

    @Override
    public String tag() {
        return "ColumnRef";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(fields);
    }
}
