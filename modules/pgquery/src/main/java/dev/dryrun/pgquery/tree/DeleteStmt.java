package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// DELETE.
public record DeleteStmt(
        RangeVar relation,
        List<Node> usingClause,
        @Nullable Node whereClause,
        @Nullable ReturningClause returningClause,
        @Nullable WithClause withClause)
        implements Node {

    static DeleteStmt read(NodeFields fields) {
        return new DeleteStmt(
                fields.needed("relation", RangeVar.class),
                fields.nodes("usingClause"),
                fields.node("whereClause"),
                ReturningClause.of(fields),
                fields.node("withClause", WithClause.class));
    }

    @Override
    public String tag() {
        return "DeleteStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(relation, usingClause, whereClause, returningClause, withClause);
    }
}
