package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CYCLE of a recursive query.
public record CTECycleClause(
        List<Node> cycleColList,
        @Nullable String cycleMarkColumn,
        @Nullable Node cycleMarkValue,
        @Nullable Node cycleMarkDefault,
        @Nullable String cyclePathColumn,
        int location,
        int cycleMarkType,
        int cycleMarkTypmod,
        int cycleMarkCollation,
        int cycleMarkNeop)
        implements Node {

    static CTECycleClause read(NodeFields fields) {
        return new CTECycleClause(
                fields.nodes("cycle_col_list"),
                fields.text("cycle_mark_column"),
                fields.node("cycle_mark_value"),
                fields.node("cycle_mark_default"),
                fields.text("cycle_path_column"),
                fields.number("location"),
                fields.number("cycle_mark_type"),
                fields.number("cycle_mark_typmod"),
                fields.number("cycle_mark_collation"),
                fields.number("cycle_mark_neop"));
    }

    @Override
    public String tag() {
        return "CTECycleClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                cycleColList,
                cycleMarkColumn,
                cycleMarkValue,
                cycleMarkDefault,
                cyclePathColumn,
                cycleMarkType,
                cycleMarkTypmod,
                cycleMarkCollation,
                cycleMarkNeop);
    }
}
