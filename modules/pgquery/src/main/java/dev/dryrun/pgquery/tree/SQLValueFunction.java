package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function without parentheses, such as CURRENT_DATE.
public record SQLValueFunction(SQLValueFunctionOp op, int type, int typmod, int location)
        implements Node {

    static SQLValueFunction read(NodeFields fields) {
        return new SQLValueFunction(
                fields.constant("op", SQLValueFunctionOp.class),
                fields.number("type"),
                fields.number("typmod"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "SQLValueFunction";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(op, type, typmod);
    }
}
