package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query in an expression: `(SELECT …)`, EXISTS, `a IN (SELECT …)`, `ARRAY(SELECT …)`.
///
/// @param testexpr the left side
/// @param operName the operator between; empty for IN
/// @param subselect the query
public record SubLink(
        SubLinkType subLinkType,
        int subLinkId,
        @Nullable Node testexpr,
        List<StringNode> operName,
        Node subselect,
        int location)
        implements Node {

    static SubLink read(NodeFields fields) {
        return new SubLink(
                fields.constant("subLinkType", SubLinkType.class),
                fields.number("subLinkId"),
                fields.node("testexpr"),
                fields.nodes("operName", StringNode.class),
                fields.needed("subselect", Node.class),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "SubLink";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(subLinkType, subLinkId, testexpr, operName, subselect);
    }
}
