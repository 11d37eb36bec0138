package dev.dryrun.pgquery.tree;

/// Whether LIMIT counts ties.
public enum LimitOption {
    LIMIT_OPTION_DEFAULT,
    LIMIT_OPTION_COUNT,
    LIMIT_OPTION_WITH_TIES
}
