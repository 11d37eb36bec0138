package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// MERGE.
public record MergeStmt(
        RangeVar relation,
        Node sourceRelation,
        Node joinCondition,
        List<MergeWhenClause> mergeWhenClauses,
        @Nullable ReturningClause returningClause,
        @Nullable WithClause withClause)
        implements Node {

    static MergeStmt read(NodeFields fields) {
        return new MergeStmt(
                fields.needed("relation", RangeVar.class),
                fields.needed("sourceRelation", Node.class),
                fields.needed("joinCondition", Node.class),
                fields.nodes("mergeWhenClauses", MergeWhenClause.class),
                ReturningClause.of(fields),
                fields.node("withClause", WithClause.class));
    }

    @Override
    public String tag() {
        return "MergeStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                relation,
                sourceRelation,
                joinCondition,
                mergeWhenClauses,
                returningClause,
                withClause);
    }
}
