package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CREATE TABLE.
///
/// @param tableElts columns, constraints and LIKE
public record CreateStmt(
        RangeVar relation,
        List<Node> tableElts,
        List<Node> inhRelations,
        @Nullable Node partbound,
        @Nullable Node partspec,
        @Nullable TypeName ofTypename,
        List<Node> constraints,
        List<Node> nnconstraints,
        List<Node> options,
        String oncommit,
        @Nullable String tablespacename,
        @Nullable String accessMethod,
        boolean ifNotExists)
        implements Node {

    static CreateStmt read(NodeFields fields) {
        return new CreateStmt(
                fields.needed("relation", RangeVar.class),
                fields.nodes("tableElts"),
                fields.nodes("inhRelations"),
                fields.node("partbound"),
                fields.node("partspec"),
                fields.node("ofTypename", TypeName.class),
                fields.nodes("constraints"),
                fields.nodes("nnconstraints"),
                fields.nodes("options"),
                fields.text("oncommit", ""),
                fields.text("tablespacename"),
                fields.text("accessMethod"),
                fields.flag("if_not_exists"));
    }

    @Override
    public String tag() {
        return "CreateStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                relation,
                tableElts,
                inhRelations,
                partbound,
                partspec,
                ofTypename,
                constraints,
                nnconstraints,
                options,
                oncommit,
                tablespacename,
                accessMethod,
                ifNotExists);
    }
}
