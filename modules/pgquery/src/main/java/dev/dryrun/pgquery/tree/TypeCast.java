package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `a::t`, `CAST(a AS t)`, `t '…'`.
public record TypeCast(Node arg, TypeName typeName, int location) implements Node {

    static TypeCast read(NodeFields fields) {
        return new TypeCast(
                fields.needed("arg", Node.class),
                fields.needed("typeName", TypeName.class),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "TypeCast";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(arg, typeName);
    }
}
