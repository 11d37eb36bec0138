package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CREATE FOREIGN TABLE.
public record CreateForeignTableStmt(
        CreateStmt base, @Nullable String servername, List<Node> options) implements Node {

    static CreateForeignTableStmt read(NodeFields fields) {
        return new CreateForeignTableStmt(
                fields.needed("base", CreateStmt.class),
                fields.text("servername"),
                fields.nodes("options"));
    }

    @Override
    public String tag() {
        return "CreateForeignTableStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(base, servername, options);
    }
}
