package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CREATE VIEW.
public record ViewStmt(
        RangeVar view,
        List<Node> aliases,
        Node query,
        boolean replace,
        List<Node> options,
        String withCheckOption)
        implements Node {

    static ViewStmt read(NodeFields fields) {
        return new ViewStmt(
                fields.needed("view", RangeVar.class),
                fields.nodes("aliases"),
                fields.needed("query", Node.class),
                fields.flag("replace"),
                fields.nodes("options"),
                fields.text("withCheckOption", ""));
    }

    @Override
    public String tag() {
        return "ViewStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(view, aliases, query, replace, options, withCheckOption);
    }
}
