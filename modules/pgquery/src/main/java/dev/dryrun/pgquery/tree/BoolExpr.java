package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions that AND, OR or NOT joins.
public record BoolExpr(BoolExprType boolop, List<Node> args, int location) implements Node {

    static BoolExpr read(NodeFields fields) {
        return new BoolExpr(
                fields.constant("boolop", BoolExprType.class),
                fields.nodes("args"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "BoolExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(boolop, args);
    }
}
