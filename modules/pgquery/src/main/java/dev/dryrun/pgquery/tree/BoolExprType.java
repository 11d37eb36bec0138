package dev.dryrun.pgquery.tree;

/// AND, OR or NOT.
public enum BoolExprType {
    AND_EXPR,
    OR_EXPR,
    NOT_EXPR
}
