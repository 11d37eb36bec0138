package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// INSERT.
///
/// @param cols the columns; empty for all
/// @param selectStmt what is inserted; null for DEFAULT VALUES
public record InsertStmt(
        RangeVar relation,
        List<ResTarget> cols,
        @Nullable Node selectStmt,
        @Nullable OnConflictClause onConflictClause,
        @Nullable ReturningClause returningClause,
        @Nullable WithClause withClause,
        OverridingKind override)
        implements Node {

    static InsertStmt read(NodeFields fields) {
        return new InsertStmt(
                fields.needed("relation", RangeVar.class),
                fields.nodes("cols", ResTarget.class),
                fields.node("selectStmt"),
                fields.node("onConflictClause", OnConflictClause.class),
                ReturningClause.of(fields),
                fields.node("withClause", WithClause.class),
                fields.constant("override", OverridingKind.class));
    }

    @Override
    public String tag() {
        return "InsertStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                relation,
                cols,
                selectStmt,
                onConflictClause,
                returningClause,
                withClause,
                override);
    }
}
