package dev.dryrun.pgquery.tree;

/// Where null values are sorted.
public enum SortByNulls {
    SORTBY_NULLS_DEFAULT,
    SORTBY_NULLS_FIRST,
    SORTBY_NULLS_LAST
}
