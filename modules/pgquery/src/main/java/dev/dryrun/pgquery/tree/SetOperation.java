package dev.dryrun.pgquery.tree;

/// What joins the results of two queries; `SETOP_NONE` where there is one query.
public enum SetOperation {
    SETOP_NONE,
    SETOP_UNION,
    SETOP_INTERSECT,
    SETOP_EXCEPT
}
