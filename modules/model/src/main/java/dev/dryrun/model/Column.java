package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// A column of a table.
///
/// Source: `pg_attribute`, `pg_attrdef`, `pg_description`; `virtual` since PostgreSQL 18.
///
/// @param name `attname`
/// @param type `format_type(atttypid, atttypmod)`, schema-qualified where the type is not built in
/// @param nullable false when `NOT NULL` holds
/// @param defaultExpression the deparsed default; null when there is none or the column is
///   generated
/// @param identity how the server fills it; null when it is no identity column
/// @param generated how it is computed; null when it is not a generated column
/// @param comment `COMMENT ON COLUMN`; null when there is none
public record Column(
        String name,
        String type,
        boolean nullable,
        @Nullable String defaultExpression,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String comment) {

    /// Which values an identity column takes (`attidentity`).
    public enum Identity {
        ALWAYS,
        BY_DEFAULT
    }

    /// How a column is computed from others.
    ///
    /// @param expression the deparsed expression
    /// @param stored true for `STORED`, false for `VIRTUAL`
    public record Generated(String expression, boolean stored) {}
}
