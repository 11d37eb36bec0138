package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A view or a materialised view.
///
/// Source: `pg_class` (`relkind` `v`, `m`), `pg_get_viewdef`, `pg_attribute`.
///
/// @param name its qualified name
/// @param materialized whether it keeps its rows
/// @param columns in order
/// @param definition the query as the server deparses it, without a trailing semicolon
/// @param facts its owner, grants, comment, extension and dependencies
public record View(
        QualifiedName name,
        boolean materialized,
        List<ViewColumn> columns,
        String definition,
        Facts facts)
        implements Relation {

    public View {
        columns = List.copyOf(columns);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, name);
    }

    /// A column of a view.
    ///
    /// @param name `attname`
    /// @param type `format_type(atttypid, atttypmod)`
    /// @param comment `COMMENT ON COLUMN`; null when there is none
    public record ViewColumn(String name, String type, @Nullable String comment) {}
}
