package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Any other number.
///
/// @param fval its digits, as they were written
public record FloatNode(String fval) implements Node {

    static FloatNode read(NodeFields fields) {
        return new FloatNode(fields.text("fval", ""));
    }

    @Override
    public String tag() {
        return "Float";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(fval);
    }
}
