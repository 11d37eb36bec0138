package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item of ORDER BY.
///
/// @param useOp the operator of USING
public record SortBy(
        Node node, SortByDir sortbyDir, SortByNulls sortbyNulls, List<Node> useOp, int location)
        implements Node {

    static SortBy read(NodeFields fields) {
        return new SortBy(
                fields.needed("node", Node.class),
                fields.constant("sortby_dir", SortByDir.class),
                fields.constant("sortby_nulls", SortByNulls.class),
                fields.nodes("useOp"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "SortBy";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(node, sortbyDir, sortbyNulls, useOp);
    }
}
