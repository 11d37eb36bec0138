package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// DECLARE CURSOR.
public record DeclareCursorStmt(@Nullable String portalname, int options, Node query)
        implements Node {

    static DeclareCursorStmt read(NodeFields fields) {
        return new DeclareCursorStmt(
                fields.text("portalname"),
                fields.number("options"),
                fields.needed("query", Node.class));
    }

    @Override
    public String tag() {
        return "DeclareCursorStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(portalname, options, query);
    }
}
