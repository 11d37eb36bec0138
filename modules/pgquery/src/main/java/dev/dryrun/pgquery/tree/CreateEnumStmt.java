package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CREATE TYPE … AS ENUM.
public record CreateEnumStmt(List<StringNode> typeName, List<Node> vals) implements Node {

    static CreateEnumStmt read(NodeFields fields) {
        return new CreateEnumStmt(fields.nodes("typeName", StringNode.class), fields.nodes("vals"));
    }

    @Override
    public String tag() {
        return "CreateEnumStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(typeName, vals);
    }
}
