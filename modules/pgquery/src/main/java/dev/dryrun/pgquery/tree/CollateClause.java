package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `a COLLATE c`, and the COLLATE of a definition, which has no argument.
public record CollateClause(@Nullable Node arg, List<StringNode> collname, int location)
        implements Node {

    static CollateClause read(NodeFields fields) {
        return new CollateClause(
                fields.node("arg"),
                fields.nodes("collname", StringNode.class),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "CollateClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(arg, collname);
    }
}
