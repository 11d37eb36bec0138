package dev.dryrun.pgquery.tree;

/// The order that a query or an index asks for.
public enum SortByDir {
    SORTBY_DEFAULT,
    SORTBY_ASC,
    SORTBY_DESC,
    SORTBY_USING
}
