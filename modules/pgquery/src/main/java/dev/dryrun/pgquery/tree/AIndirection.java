package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is taken out of a value: `(a).b`, `(f(x)).*`, `(a)[1]`.
///
/// @param indirection the steps, in order: a [StringNode], an [AStar] or an [AIndices]
public record AIndirection(Node arg, List<Node> indirection) implements Node {

    static AIndirection read(NodeFields fields) {
        return new AIndirection(fields.needed("arg", Node.class), fields.nodes("indirection"));
    }

    @Override
    public String tag() {
        return "A_Indirection";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(arg, indirection);
    }
}
