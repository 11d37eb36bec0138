package dev.dryrun.pgquery;

/// The categories of keywords, in the order of `KeywordKind` in `pg_query.proto`.
public enum KeywordKind {
    /// No keyword.
    NONE,
    /// May be any name.
    UNRESERVED,
    /// May be the name of a column or table, not of a function or type.
    COLUMN_NAME,
    /// May be the name of a function or type, not of a column or table.
    TYPE_OR_FUNCTION_NAME,
    /// May be no name without quotes.
    RESERVED
}
