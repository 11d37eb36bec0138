package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A window: of a call, or of the WINDOW clause.
///
/// @param name the name that it has, or that OVER names
/// @param refname the window that it begins with
public record WindowDef(
        @Nullable String name,
        @Nullable String refname,
        List<Node> partitionClause,
        List<SortBy> orderClause,
        int frameOptions,
        @Nullable Node startOffset,
        @Nullable Node endOffset,
        int location)
        implements Node {

    static WindowDef read(NodeFields fields) {
        return new WindowDef(
                fields.text("name"),
                fields.text("refname"),
                fields.nodes("partitionClause"),
                fields.nodes("orderClause", SortBy.class),
                fields.number("frameOptions"),
                fields.node("startOffset"),
                fields.node("endOffset"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "WindowDef";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                name, refname, partitionClause, orderClause, frameOptions, startOffset, endOffset);
    }
}
