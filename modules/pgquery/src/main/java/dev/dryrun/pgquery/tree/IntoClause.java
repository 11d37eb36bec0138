package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where SELECT INTO and CREATE TABLE AS put rows.
public record IntoClause(
        @Nullable RangeVar rel,
        List<StringNode> colNames,
        @Nullable String accessMethod,
        List<Node> options,
        String onCommit,
        @Nullable String tableSpaceName,
        @Nullable Node viewQuery,
        boolean skipData)
        implements Node {

    static IntoClause read(NodeFields fields) {
        return new IntoClause(
                fields.node("rel", RangeVar.class),
                fields.nodes("colNames", StringNode.class),
                fields.text("accessMethod"),
                fields.nodes("options"),
                fields.text("onCommit", ""),
                fields.text("tableSpaceName"),
                fields.node("viewQuery"),
                fields.flag("skipData"));
    }

    @Override
    public String tag() {
        return "IntoClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                rel,
                colNames,
                accessMethod,
                options,
                onCommit,
                tableSpaceName,
                viewQuery,
                skipData);
    }
}
