package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON_ARRAYAGG.
public record JsonArrayAgg(@Nullable Node constructor, @Nullable Node arg, boolean absentOnNull)
        implements Node {

    static JsonArrayAgg read(NodeFields fields) {
        return new JsonArrayAgg(
                fields.node("constructor"), fields.node("arg"), fields.flag("absent_on_null"));
    }

    @Override
    public String tag() {
        return "JsonArrayAgg";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(constructor, arg, absentOnNull);
    }
}
