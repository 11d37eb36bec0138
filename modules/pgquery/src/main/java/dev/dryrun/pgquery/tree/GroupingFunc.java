package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// GROUPING.
public record GroupingFunc(List<Node> args, List<Node> refs, int agglevelsup, int location)
        implements Node {

    static GroupingFunc read(NodeFields fields) {
        return new GroupingFunc(
                fields.nodes("args"),
                fields.nodes("refs"),
                fields.number("agglevelsup"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "GroupingFunc";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(args, refs, agglevelsup);
    }
}
