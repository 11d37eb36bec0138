package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column that a definition makes.
public record ColumnDef(
        @Nullable String colname,
        @Nullable TypeName typeName,
        @Nullable String compression,
        int inhcount,
        boolean isLocal,
        boolean isNotNull,
        boolean isFromType,
        @Nullable String storage,
        @Nullable String storageName,
        @Nullable Node rawDefault,
        @Nullable Node cookedDefault,
        @Nullable String identity,
        @Nullable RangeVar identitySequence,
        @Nullable String generated,
        @Nullable CollateClause collClause,
        int collOid,
        List<Node> constraints,
        List<Node> fdwoptions,
        int location)
        implements Node {

    static ColumnDef read(NodeFields fields) {
        return new ColumnDef(
                fields.text("colname"),
                fields.node("typeName", TypeName.class),
                fields.text("compression"),
                fields.number("inhcount"),
                fields.flag("is_local"),
                fields.flag("is_not_null"),
                fields.flag("is_from_type"),
                fields.text("storage"),
                fields.text("storage_name"),
                fields.node("raw_default"),
                fields.node("cooked_default"),
                fields.text("identity"),
                fields.node("identitySequence", RangeVar.class),
                fields.text("generated"),
                fields.node("collClause", CollateClause.class),
                fields.number("collOid"),
                fields.nodes("constraints"),
                fields.nodes("fdwoptions"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "ColumnDef";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                colname,
                typeName,
                compression,
                inhcount,
                isLocal,
                isNotNull,
                isFromType,
                storage,
                storageName,
                rawDefault,
                cookedDefault,
                identity,
                identitySequence,
                generated,
                collClause,
                collOid,
                constraints,
                fdwoptions);
    }
}
