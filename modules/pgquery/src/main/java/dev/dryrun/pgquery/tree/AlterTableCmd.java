package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of ALTER TABLE.
///
/// @param subtype `AT_AddColumn`, `AT_DropColumn` …
public record AlterTableCmd(
        String subtype,
        @Nullable String name,
        int num,
        @Nullable Node newowner,
        @Nullable Node def,
        String behavior,
        boolean missingOk,
        boolean recurse)
        implements Node {

    static AlterTableCmd read(NodeFields fields) {
        return new AlterTableCmd(
                fields.text("subtype", ""),
                fields.text("name"),
                fields.number("num"),
                fields.node("newowner"),
                fields.node("def"),
                fields.text("behavior", ""),
                fields.flag("missing_ok"),
                fields.flag("recurse"));
    }

    @Override
    public String tag() {
        return "AlterTableCmd";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(subtype, name, num, newowner, def, behavior, missingOk, recurse);
    }
}
