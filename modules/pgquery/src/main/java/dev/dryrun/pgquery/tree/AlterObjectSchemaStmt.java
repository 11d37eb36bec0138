package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// ALTER … SET SCHEMA.
public record AlterObjectSchemaStmt(
        String objectType,
        @Nullable RangeVar relation,
        @Nullable Node object,
        @Nullable String newschema,
        boolean missingOk)
        implements Node {

    static AlterObjectSchemaStmt read(NodeFields fields) {
        return new AlterObjectSchemaStmt(
                fields.text("objectType", ""),
                fields.node("relation", RangeVar.class),
                fields.node("object"),
                fields.text("newschema"),
                fields.flag("missing_ok"));
    }

    @Override
    public String tag() {
        return "AlterObjectSchemaStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(objectType, relation, object, newschema, missingOk);
    }
}
