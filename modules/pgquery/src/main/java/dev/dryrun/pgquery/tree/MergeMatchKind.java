package dev.dryrun.pgquery.tree;

/// Which rows a WHEN of MERGE is for.
public enum MergeMatchKind {
    MERGE_WHEN_MATCHED,
    MERGE_WHEN_NOT_MATCHED_BY_SOURCE,
    MERGE_WHEN_NOT_MATCHED_BY_TARGET
}
