package dev.dryrun.pgquery.tree;

/// Whose value an identity column gets: OVERRIDING SYSTEM VALUE, OVERRIDING USER VALUE.
public enum OverridingKind {
    OVERRIDING_NOT_SET,
    OVERRIDING_USER_VALUE,
    OVERRIDING_SYSTEM_VALUE
}
