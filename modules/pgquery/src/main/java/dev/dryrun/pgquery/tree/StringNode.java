package dev.dryrun.pgquery.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text: a literal, or a part of a name.
public record StringNode(String sval) implements Node {

    static StringNode read(NodeFields fields) {
        return new StringNode(fields.text("sval", ""));
    }

    /// {@return the texts of nodes, such as the parts of a dotted name; what is no text, such as
    /// the star of `t.*`, is left out}
    ///
    /// @param nodes such as the fields of a [ColumnRef]
    public static List<String> texts(List<? extends Node> nodes) {
        List<String> texts = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if (node instanceof StringNode(String sval)) {
                texts.add(sval);
            }
        }
        return texts;
    }

    @Override
    public String tag() {
        return "String";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(sval);
    }
}
