package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// TABLESAMPLE.
public record RangeTableSample(
        Node relation,
        List<StringNode> method,
        List<Node> args,
        @Nullable Node repeatable,
        int location)
        implements Node {

    static RangeTableSample read(NodeFields fields) {
        return new RangeTableSample(
                fields.needed("relation", Node.class),
                fields.nodes("method", StringNode.class),
                fields.nodes("args"),
                fields.node("repeatable"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "RangeTableSample";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(relation, method, args, repeatable);
    }
}
