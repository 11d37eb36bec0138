package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A whole number that fits four bytes.
public record IntegerNode(int ival) implements Node {

    static IntegerNode read(NodeFields fields) {
        return new IntegerNode(fields.number("ival"));
    }

    @Override
    public String tag() {
        return "Integer";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(ival);
    }
}
