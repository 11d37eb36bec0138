package dev.dryrun.pgquery.tree;

/// What INSERT does where a row is there already.
public enum OnConflictAction {
    ONCONFLICT_NONE,
    ONCONFLICT_NOTHING,
    ONCONFLICT_UPDATE
}
