package dev.dryrun.pgquery.tree;

/// Which row a name of RETURNING WITH is for.
public enum ReturningOptionKind {
    RETURNING_OPTION_OLD,
    RETURNING_OPTION_NEW
}
