package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SEARCH of a recursive query.
public record CTESearchClause(
        List<Node> searchColList,
        boolean searchBreadthFirst,
        @Nullable String searchSeqColumn,
        int location)
        implements Node {

    static CTESearchClause read(NodeFields fields) {
        return new CTESearchClause(
                fields.nodes("search_col_list"),
                fields.flag("search_breadth_first"),
                fields.text("search_seq_column"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "CTESearchClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(searchColList, searchBreadthFirst, searchSeqColumn);
    }
}
