package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column or an expression of an index, as ON CONFLICT names it too.
public record IndexElem(
        @Nullable String name,
        @Nullable Node expr,
        @Nullable String indexcolname,
        List<Node> collation,
        List<Node> opclass,
        List<Node> opclassopts,
        SortByDir ordering,
        SortByNulls nullsOrdering)
        implements Node {

    static IndexElem read(NodeFields fields) {
        return new IndexElem(
                fields.text("name"),
                fields.node("expr"),
                fields.text("indexcolname"),
                fields.nodes("collation"),
                fields.nodes("opclass"),
                fields.nodes("opclassopts"),
                fields.constant("ordering", SortByDir.class),
                fields.constant("nulls_ordering", SortByNulls.class));
    }

    @Override
    public String tag() {
        return "IndexElem";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                name, expr, indexcolname, collation, opclass, opclassopts, ordering, nullsOrdering);
    }
}
