package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What ON CONFLICT finds an index by.
public record InferClause(
        List<IndexElem> indexElems,
        @Nullable Node whereClause,
        @Nullable String conname,
        int location)
        implements Node {

    static InferClause read(NodeFields fields) {
        return new InferClause(
                fields.nodes("indexElems", IndexElem.class),
                fields.node("whereClause"),
                fields.text("conname"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "InferClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(indexElems, whereClause, conname);
    }
}
