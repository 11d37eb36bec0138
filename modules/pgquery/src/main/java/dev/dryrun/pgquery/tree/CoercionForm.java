package dev.dryrun.pgquery.tree;

/// How a call or a row was written; `COERCE_IMPLICIT_CAST` is a row without the word ROW.
public enum CoercionForm {
    COERCE_EXPLICIT_CALL,
    COERCE_EXPLICIT_CAST,
    COERCE_IMPLICIT_CAST,
    COERCE_SQL_SYNTAX
}
