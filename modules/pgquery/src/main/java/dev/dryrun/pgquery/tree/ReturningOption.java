package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name of RETURNING WITH: `OLD AS o`.
public record ReturningOption(ReturningOptionKind option, String value, int location)
        implements Node {

    static ReturningOption read(NodeFields fields) {
        return new ReturningOption(
                fields.constant("option", ReturningOptionKind.class),
                fields.text("value", ""),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "ReturningOption";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(option, value);
    }
}
