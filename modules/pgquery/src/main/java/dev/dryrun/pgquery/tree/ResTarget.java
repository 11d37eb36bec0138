package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item of a SELECT list, or a column that INSERT or UPDATE writes.
///
/// @param name the name that AS gives, or the column that is written
/// @param indirection the steps into that column, as in `a.b = …` and `a[1] = …`
/// @param val the expression; null for a column of INSERT
public record ResTarget(
        @Nullable String name, List<Node> indirection, @Nullable Node val, int location)
        implements Node {

    static ResTarget read(NodeFields fields) {
        return new ResTarget(
                fields.text("name"),
                fields.nodes("indirection"),
                fields.node("val"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "ResTarget";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(name, indirection, val);
    }
}
