package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The name of a type.
///
/// @param names its parts
/// @param pctType whether it is `t.a%TYPE`
/// @param typmods its modifiers, as in `numeric(10, 2)`
/// @param arrayBounds an [IntegerNode] for each `[]`, -1 where there is no bound
public record TypeName(
        List<StringNode> names,
        int typeOid,
        boolean setof,
        boolean pctType,
        List<Node> typmods,
        int typemod,
        List<Node> arrayBounds,
        int location)
        implements Node {

    static TypeName read(NodeFields fields) {
        return new TypeName(
                fields.nodes("names", StringNode.class),
                fields.number("typeOid"),
                fields.flag("setof"),
                fields.flag("pct_type"),
                fields.nodes("typmods"),
                fields.number("typemod"),
                fields.nodes("arrayBounds"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "TypeName";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(names, typeOid, setof, pctType, typmods, typemod, arrayBounds);
    }
}
