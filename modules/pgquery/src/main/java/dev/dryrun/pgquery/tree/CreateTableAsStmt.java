package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CREATE TABLE AS, CREATE MATERIALIZED VIEW.
public record CreateTableAsStmt(
        Node query, IntoClause into, String objtype, boolean isSelectInto, boolean ifNotExists)
        implements Node {

    static CreateTableAsStmt read(NodeFields fields) {
        return new CreateTableAsStmt(
                fields.needed("query", Node.class),
                fields.needed("into", IntoClause.class),
                fields.text("objtype", ""),
                fields.flag("is_select_into"),
                fields.flag("if_not_exists"));
    }

    @Override
    public String tag() {
        return "CreateTableAsStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(query, into, objtype, isSelectInto, ifNotExists);
    }
}
