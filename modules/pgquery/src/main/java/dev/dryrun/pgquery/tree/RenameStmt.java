package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// ALTER … RENAME.
///
/// @param renameType `OBJECT_TABLE`, `OBJECT_SCHEMA` …
public record RenameStmt(
        String renameType,
        String relationType,
        @Nullable RangeVar relation,
        @Nullable Node object,
        @Nullable String subname,
        @Nullable String newname,
        String behavior,
        boolean missingOk)
        implements Node {

    static RenameStmt read(NodeFields fields) {
        return new RenameStmt(
                fields.text("renameType", ""),
                fields.text("relationType", ""),
                fields.node("relation", RangeVar.class),
                fields.node("object"),
                fields.text("subname"),
                fields.text("newname"),
                fields.text("behavior", ""),
                fields.flag("missing_ok"));
    }

    @Override
    public String tag() {
        return "RenameStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                renameType, relationType, relation, object, subname, newname, behavior, missingOk);
    }
}
