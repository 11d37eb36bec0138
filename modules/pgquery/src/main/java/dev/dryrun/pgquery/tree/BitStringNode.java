package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bit string.
///
/// @param bsval a letter for the notation, `b` or `x`, and the digits
public record BitStringNode(String bsval) implements Node {

    static BitStringNode read(NodeFields fields) {
        return new BitStringNode(fields.text("bsval", ""));
    }

    @Override
    public String tag() {
        return "BitString";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(bsval);
    }
}
