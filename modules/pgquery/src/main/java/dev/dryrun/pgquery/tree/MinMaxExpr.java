package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// GREATEST and LEAST.
public record MinMaxExpr(
        int minmaxtype,
        int minmaxcollid,
        int inputcollid,
        MinMaxOp op,
        List<Node> args,
        int location)
        implements Node {

    static MinMaxExpr read(NodeFields fields) {
        return new MinMaxExpr(
                fields.number("minmaxtype"),
                fields.number("minmaxcollid"),
                fields.number("inputcollid"),
                fields.constant("op", MinMaxOp.class),
                fields.nodes("args"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "MinMaxExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(minmaxtype, minmaxcollid, inputcollid, op, args);
    }
}
