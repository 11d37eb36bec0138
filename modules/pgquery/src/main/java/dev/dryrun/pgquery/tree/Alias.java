package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The name that AS gives to an item of FROM.
///
/// @param colnames those of its columns
public record Alias(String aliasname, List<StringNode> colnames) implements Node {

    static Alias read(NodeFields fields) {
        return new Alias(fields.text("aliasname", ""), fields.nodes("colnames", StringNode.class));
    }

    @Override
    public String tag() {
        return "Alias";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(aliasname, colnames);
    }
}
