package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// EXPLAIN.
public record ExplainStmt(Node query, List<DefElem> options) implements Node {

    static ExplainStmt read(NodeFields fields) {
        return new ExplainStmt(
                fields.needed("query", Node.class), fields.nodes("options", DefElem.class));
    }

    @Override
    public String tag() {
        return "ExplainStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(query, options);
    }
}
