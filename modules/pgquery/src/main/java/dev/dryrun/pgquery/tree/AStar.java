package dev.dryrun.pgquery.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The star of `*` and `t.*`.
public record AStar() implements Node {

    static AStar read(NodeFields fields) {
        return new AStar();
    }

    @Override
    public String tag() {
        return "A_Star";
    }

    @Override
    public List<@Nullable Object> parts() {
        return List.of();
    }
}
