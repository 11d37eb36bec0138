package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One WHEN of a [CaseExpr].
public record CaseWhen(Node expr, Node result, int location) implements Node {

    static CaseWhen read(NodeFields fields) {
        return new CaseWhen(
                fields.needed("expr", Node.class),
                fields.needed("result", Node.class),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "CaseWhen";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(expr, result);
    }
}
