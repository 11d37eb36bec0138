package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// ALTER TABLE, and ALTER of what is like a table.
public record AlterTableStmt(
        RangeVar relation, List<AlterTableCmd> cmds, String objtype, boolean missingOk)
        implements Node {

    static AlterTableStmt read(NodeFields fields) {
        return new AlterTableStmt(
                fields.needed("relation", RangeVar.class),
                fields.nodes("cmds", AlterTableCmd.class),
                fields.text("objtype", ""),
                fields.flag("missing_ok"));
    }

    @Override
    public String tag() {
        return "AlterTableStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(relation, cmds, objtype, missingOk);
    }
}
