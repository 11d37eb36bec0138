package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// DO.
///
/// @param args `as`, `language`
public record DoStmt(List<DefElem> args) implements Node {

    static DoStmt read(NodeFields fields) {
        return new DoStmt(fields.nodes("args", DefElem.class));
    }

    @Override
    public String tag() {
        return "DoStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(args);
    }
}
