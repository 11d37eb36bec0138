package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query in FROM.
public record RangeSubselect(boolean lateral, Node subquery, @Nullable Alias alias)
        implements Node {

    static RangeSubselect read(NodeFields fields) {
        return new RangeSubselect(
                fields.flag("lateral"),
                fields.needed("subquery", Node.class),
                fields.node("alias", Alias.class));
    }

    @Override
    public String tag() {
        return "RangeSubselect";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(lateral, subquery, alias);
    }
}
