package dev.dryrun.ddl;

/// Renders comments.
final class CommentDdl {

    private CommentDdl() {}

    /// {@return the statement}
    ///
    /// @param object the kind and the name, as SQL writes them
    /// @param comment what it says
    static String on(String object, String comment) {
        return "COMMENT ON " + object + " IS " + Sql.literal(comment);
    }
}
