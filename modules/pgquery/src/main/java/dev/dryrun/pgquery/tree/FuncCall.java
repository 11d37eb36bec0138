package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call of a function.
///
/// @param funcname the parts of the name
/// @param args what it is given, a [NamedArgExpr] where named
/// @param aggOrder the items of ORDER BY within the call, or of WITHIN GROUP
/// @param aggFilter the condition of FILTER
/// @param over the window
/// @param aggWithinGroup whether `aggOrder` is that of WITHIN GROUP
public record FuncCall(
        List<StringNode> funcname,
        List<Node> args,
        List<SortBy> aggOrder,
        @Nullable Node aggFilter,
        @Nullable WindowDef over,
        boolean aggWithinGroup,
        boolean aggStar,
        boolean aggDistinct,
        boolean funcVariadic,
        CoercionForm funcformat,
        int location)
        implements Node {

    static FuncCall read(NodeFields fields) {
        return new FuncCall(
                fields.nodes("funcname", StringNode.class),
                fields.nodes("args"),
                fields.nodes("agg_order", SortBy.class),
                fields.node("agg_filter"),
                fields.node("over", WindowDef.class),
                fields.flag("agg_within_group"),
                fields.flag("agg_star"),
                fields.flag("agg_distinct"),
                fields.flag("func_variadic"),
                fields.constant("funcformat", CoercionForm.class),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "FuncCall";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                funcname,
                args,
                aggOrder,
                aggFilter,
                over,
                aggWithinGroup,
                aggStar,
                aggDistinct,
                funcVariadic,
                funcformat);
    }
}
