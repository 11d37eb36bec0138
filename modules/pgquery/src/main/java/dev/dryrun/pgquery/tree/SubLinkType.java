package dev.dryrun.pgquery.tree;

/// How an expression uses a query within it: `EXPR_SUBLINK` takes its one value.
public enum SubLinkType {
    EXISTS_SUBLINK,
    ALL_SUBLINK,
    ANY_SUBLINK,
    ROWCOMPARE_SUBLINK,
    EXPR_SUBLINK,
    MULTIEXPR_SUBLINK,
    ARRAY_SUBLINK,
    CTE_SUBLINK
}
