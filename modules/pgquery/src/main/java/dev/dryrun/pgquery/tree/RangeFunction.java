package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function in FROM.
///
/// @param functions each a list of the call and of the columns it is given; several for ROWS FROM
/// @param coldeflist the columns that AS gives types
public record RangeFunction(
        boolean lateral,
        boolean ordinality,
        boolean isRowsfrom,
        List<ListNode> functions,
        @Nullable Alias alias,
        List<ColumnDef> coldeflist)
        implements Node {

    static RangeFunction read(NodeFields fields) {
        return new RangeFunction(
                fields.flag("lateral"),
                fields.flag("ordinality"),
                fields.flag("is_rowsfrom"),
                fields.nodes("functions", ListNode.class),
                fields.node("alias", Alias.class),
                fields.nodes("coldeflist", ColumnDef.class));
    }

    @Override
    public String tag() {
        return "RangeFunction";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(lateral, ordinality, isRowsfrom, functions, alias, coldeflist);
    }
}
