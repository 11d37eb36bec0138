package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list that stands where a node does: a row of VALUES, the right side of IN.
public record ListNode(List<Node> items) implements Node {

    static ListNode read(NodeFields fields) {
        return new ListNode(fields.nodes("items"));
    }

    @Override
    public String tag() {
        return "List";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(items);
    }
}
