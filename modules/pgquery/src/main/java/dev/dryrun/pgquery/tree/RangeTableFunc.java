package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// XMLTABLE.
public record RangeTableFunc(
        boolean lateral,
        @Nullable Node docexpr,
        @Nullable Node rowexpr,
        List<Node> namespaces,
        List<RangeTableFuncCol> columns,
        @Nullable Alias alias,
        int location)
        implements Node {

    static RangeTableFunc read(NodeFields fields) {
        return new RangeTableFunc(
                fields.flag("lateral"),
                fields.node("docexpr"),
                fields.node("rowexpr"),
                fields.nodes("namespaces"),
                fields.nodes("columns", RangeTableFuncCol.class),
                fields.node("alias", Alias.class),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "RangeTableFunc";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(lateral, docexpr, rowexpr, namespaces, columns, alias);
    }
}
