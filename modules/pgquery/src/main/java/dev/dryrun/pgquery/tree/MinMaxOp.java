package dev.dryrun.pgquery.tree;

/// GREATEST or LEAST.
public enum MinMaxOp {
    IS_GREATEST,
    IS_LEAST
}
