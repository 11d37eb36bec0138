package dev.dryrun.pgquery.tree;

/// What SET does: to a value, to the default, RESET.
public enum VariableSetKind {
    VAR_SET_VALUE,
    VAR_SET_DEFAULT,
    VAR_SET_CURRENT,
    VAR_SET_MULTI,
    VAR_RESET,
    VAR_RESET_ALL
}
