package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `()`, ROLLUP, CUBE or GROUPING SETS in GROUP BY.
public record GroupingSet(String kind, List<Node> content, int location) implements Node {

    static GroupingSet read(NodeFields fields) {
        return new GroupingSet(
                fields.text("kind", ""), fields.nodes("content"), fields.number("location"));
    }

    @Override
    public String tag() {
        return "GroupingSet";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(kind, content);
    }
}
