package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parameter: `$1`.
///
/// @param number 0 for one without a number
public record ParamRef(int number, int location) implements Node {

    static ParamRef read(NodeFields fields) {
        return new ParamRef(fields.number("number"), fields.number("location"));
    }

    @Override
    public String tag() {
        return "ParamRef";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(number);
    }
}
