package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON_TABLE.
public record JsonTable(
        @Nullable Node contextItem,
        @Nullable Node pathspec,
        List<Node> passing,
        List<Node> columns,
        @Nullable Node onError,
        @Nullable Alias alias,
        boolean lateral,
        int location)
        implements Node {

    static JsonTable read(NodeFields fields) {
        return new JsonTable(
                fields.node("context_item"),
                fields.node("pathspec"),
                fields.nodes("passing"),
                fields.nodes("columns"),
                fields.node("on_error"),
                fields.node("alias", Alias.class),
                fields.flag("lateral"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "JsonTable";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(contextItem, pathspec, passing, columns, onError, alias, lateral);
    }
}
