package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// UPDATE.
///
/// @param targetList the assignments
public record UpdateStmt(
        RangeVar relation,
        List<ResTarget> targetList,
        @Nullable Node whereClause,
        List<Node> fromClause,
        @Nullable ReturningClause returningClause,
        @Nullable WithClause withClause)
        implements Node {

    static UpdateStmt read(NodeFields fields) {
        return new UpdateStmt(
                fields.needed("relation", RangeVar.class),
                fields.nodes("targetList", ResTarget.class),
                fields.node("whereClause"),
                fields.nodes("fromClause"),
                ReturningClause.of(fields),
                fields.node("withClause", WithClause.class));
    }

    @Override
    public String tag() {
        return "UpdateStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                relation, targetList, whereClause, fromClause, returningClause, withClause);
    }
}
