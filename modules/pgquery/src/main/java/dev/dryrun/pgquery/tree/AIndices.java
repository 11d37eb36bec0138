package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A subscript: `[1]`, `[1:2]`.
///
/// @param lidx the lower bound, of a slice
/// @param uidx the subscript, or the upper bound
public record AIndices(boolean isSlice, @Nullable Node lidx, @Nullable Node uidx) implements Node {

    static AIndices read(NodeFields fields) {
        return new AIndices(fields.flag("is_slice"), fields.node("lidx"), fields.node("uidx"));
    }

    @Override
    public String tag() {
        return "A_Indices";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(isSlice, lidx, uidx);
    }
}
