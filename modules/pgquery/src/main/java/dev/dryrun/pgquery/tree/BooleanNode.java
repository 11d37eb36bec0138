package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `true` or `false`.
public record BooleanNode(boolean boolval) implements Node {

    static BooleanNode read(NodeFields fields) {
        return new BooleanNode(fields.flag("boolval"));
    }

    @Override
    public String tag() {
        return "Boolean";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(boolval);
    }
}
