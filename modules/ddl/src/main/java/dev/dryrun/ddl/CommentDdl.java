package dev.dryrun.ddl;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;

/// Renders comments, and the beginnings of `ALTER`.
final class CommentDdl {

    private CommentDdl() {}

    /// {@return the statement}
    ///
    /// @param object the kind and the name, as SQL writes them
    /// @param comment what it says
    static String on(String object, String comment) {
        return "COMMENT ON " + object + " IS " + Sql.literal(comment);
    }

    /// {@return `ALTER TABLE name` or `ALTER MATERIALIZED VIEW name` …}
    static String alter(ObjectRef relation) {
        String kind =
                relation.kind() == ObjectKind.MATERIALIZED_VIEW
                        ? "MATERIALIZED VIEW"
                        : relation.kind() == ObjectKind.VIEW
                                ? "VIEW"
                                : relation.kind() == ObjectKind.FOREIGN_TABLE
                                        ? "FOREIGN TABLE"
                                        : "TABLE";
        return "ALTER " + kind + " " + relation.name().sql();
    }
}
