package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// PREPARE.
public record PrepareStmt(@Nullable String name, List<TypeName> argtypes, Node query)
        implements Node {

    static PrepareStmt read(NodeFields fields) {
        return new PrepareStmt(
                fields.text("name"),
                fields.nodes("argtypes", TypeName.class),
                fields.needed("query", Node.class));
    }

    @Override
    public String tag() {
        return "PrepareStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(name, argtypes, query);
    }
}
