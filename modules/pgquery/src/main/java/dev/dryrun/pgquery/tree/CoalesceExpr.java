package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// COALESCE.
public record CoalesceExpr(int coalescetype, int coalescecollid, List<Node> args, int location)
        implements Node {

    static CoalesceExpr read(NodeFields fields) {
        return new CoalesceExpr(
                fields.number("coalescetype"),
                fields.number("coalescecollid"),
                fields.nodes("args"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "CoalesceExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(coalescetype, coalescecollid, args);
    }
}
