package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `ARRAY[…]`.
public record AArrayExpr(List<Node> elements, int listStart, int listEnd, int location)
        implements Node {

    static AArrayExpr read(NodeFields fields) {
        return new AArrayExpr(
                fields.nodes("elements"),
                fields.number("list_start"),
                fields.number("list_end"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "A_ArrayExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(elements);
    }
}
