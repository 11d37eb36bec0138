package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON_OBJECTAGG.
public record JsonObjectAgg(
        @Nullable Node constructor, @Nullable Node arg, boolean absentOnNull, boolean unique)
        implements Node {

    static JsonObjectAgg read(NodeFields fields) {
        return new JsonObjectAgg(
                fields.node("constructor"),
                fields.node("arg"),
                fields.flag("absent_on_null"),
                fields.flag("unique"));
    }

    @Override
    public String tag() {
        return "JsonObjectAgg";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(constructor, arg, absentOnNull, unique);
    }
}
