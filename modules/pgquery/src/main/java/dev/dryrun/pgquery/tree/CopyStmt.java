package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// COPY.
public record CopyStmt(
        @Nullable RangeVar relation,
        @Nullable Node query,
        List<Node> attlist,
        boolean isFrom,
        boolean isProgram,
        @Nullable String filename,
        List<Node> options,
        @Nullable Node whereClause)
        implements Node {

    static CopyStmt read(NodeFields fields) {
        return new CopyStmt(
                fields.node("relation", RangeVar.class),
                fields.node("query"),
                fields.nodes("attlist"),
                fields.flag("is_from"),
                fields.flag("is_program"),
                fields.text("filename"),
                fields.nodes("options"),
                fields.node("whereClause"));
    }

    @Override
    public String tag() {
        return "CopyStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                relation, query, attlist, isFrom, isProgram, filename, options, whereClause);
    }
}
