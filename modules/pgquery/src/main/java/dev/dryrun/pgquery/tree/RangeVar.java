package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The name of a relation.
///
/// @param inh whether its partitions and heirs belong to it: no ONLY
/// @param relpersistence `p` permanent, `u` unlogged, `t` temporary
public record RangeVar(
        @Nullable String catalogname,
        @Nullable String schemaname,
        String relname,
        boolean inh,
        @Nullable String relpersistence,
        @Nullable Alias alias,
        int location)
        implements Node {

    static RangeVar read(NodeFields fields) {
        return new RangeVar(
                fields.text("catalogname"),
                fields.text("schemaname"),
                fields.text("relname", ""),
                fields.flag("inh"),
                fields.text("relpersistence"),
                fields.node("alias", Alias.class),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "RangeVar";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(catalogname, schemaname, relname, inh, relpersistence, alias);
    }
}
