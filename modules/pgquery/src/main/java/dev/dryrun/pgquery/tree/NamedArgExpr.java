package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An argument with its name: `f(a => 1)`.
public record NamedArgExpr(Node arg, String name, int argnumber, int location) implements Node {

    static NamedArgExpr read(NodeFields fields) {
        return new NamedArgExpr(
                fields.needed("arg", Node.class),
                fields.text("name", ""),
                fields.number("argnumber"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "NamedArgExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(arg, name, argnumber);
    }
}
