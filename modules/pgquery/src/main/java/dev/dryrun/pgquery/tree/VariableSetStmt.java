package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SET and RESET.
///
/// @param args the values, each an [AConst]
public record VariableSetStmt(
        VariableSetKind kind,
        @Nullable String name,
        List<Node> args,
        boolean jumbleArgs,
        boolean isLocal,
        int location)
        implements Node {

    static VariableSetStmt read(NodeFields fields) {
        return new VariableSetStmt(
                fields.constant("kind", VariableSetKind.class),
                fields.text("name"),
                fields.nodes("args"),
                fields.flag("jumble_args"),
                fields.flag("is_local"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "VariableSetStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(kind, name, args, jumbleArgs, isLocal);
    }
}
