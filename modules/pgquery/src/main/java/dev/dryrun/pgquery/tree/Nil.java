package dev.dryrun.pgquery.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place of a list that holds nothing, as in the list of a plain DISTINCT.
public record Nil() implements Node {

    @Override
    public String tag() {
        return "";
    }

    @Override
    public List<@Nullable Object> parts() {
        return List.of();
    }
}
