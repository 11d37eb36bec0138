package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of XMLTABLE.
public record RangeTableFuncCol(
        @Nullable String colname,
        @Nullable TypeName typeName,
        boolean forOrdinality,
        boolean isNotNull,
        @Nullable Node colexpr,
        @Nullable Node coldefexpr,
        int location)
        implements Node {

    static RangeTableFuncCol read(NodeFields fields) {
        return new RangeTableFuncCol(
                fields.text("colname"),
                fields.node("typeName", TypeName.class),
                fields.flag("for_ordinality"),
                fields.flag("is_not_null"),
                fields.node("colexpr"),
                fields.node("coldefexpr"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "RangeTableFuncCol";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(colname, typeName, forOrdinality, isNotNull, colexpr, coldefexpr);
    }
}
