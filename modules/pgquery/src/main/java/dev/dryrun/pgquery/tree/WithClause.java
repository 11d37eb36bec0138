package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// WITH.
public record WithClause(List<CommonTableExpr> ctes, boolean recursive, int location)
        implements Node {

    static WithClause read(NodeFields fields) {
        return new WithClause(
                fields.nodes("ctes", CommonTableExpr.class),
                fields.flag("recursive"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "WithClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(ctes, recursive);
    }
}
