package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of a table.
///
/// Source: `pg_attribute`, `pg_attrdef`, `pg_description`; `virtual` since PostgreSQL 18.
///
/// @param name `attname`
/// @param type `format_type(atttypid, atttypmod)`, schema-qualified where the type is not built in
/// @param nullable false when `NOT NULL` holds (`attnotnull`), whatever demands it
/// @param defaultExpression the deparsed default; NONE_KEPT when there is none or the column is
///   generated; LOCKED when it has one that could not be read
/// @param identity how the server fills it; null when it is no identity column
/// @param generated how it is computed; null when it is not a generated column
/// @param attributes how it is stored, measured, inherited and granted
/// @param comment `COMMENT ON COLUMN`; null when there is none
public record Column(
        String name,
        String type,
        boolean nullable,
        Reading<String> defaultExpression,
        @Nullable Identity identity,
        @Nullable Generated generated,
        ColumnAttributes attributes,
        @Nullable String comment) {

    /// Which values an identity column takes, and where from (`attidentity`).
    ///
    /// @param always true for `ALWAYS`, false for `BY DEFAULT`
    /// @param sequence the sequence behind it; null where the column uses its partitioned table's
    ///   (a partition, since PostgreSQL 17)
    public record Identity(boolean always, @Nullable IdentitySequence sequence) {}

    /// The sequence behind an identity column: it is made, owned and dropped with the column.
    ///
    /// @param name its qualified name
    /// @param parameters how it counts
    /// @param unlogged whether a crash resets it; as its table's unless changed
    /// @param grants what was granted; null when nothing ever was
    /// @param comment `COMMENT ON SEQUENCE`; null when there is none
    public record IdentitySequence(
            QualifiedName name,
            SequenceParameters parameters,
            boolean unlogged,
            @Nullable List<Grant> grants,
            @Nullable String comment) {

        public IdentitySequence {
            grants = grants == null ? null : Grant.normal(grants);
        }
    }

    /// How a column is computed from others.
    ///
    /// @param expression the deparsed expression; LOCKED when it could not be read
    /// @param stored true for `STORED`, false for `VIRTUAL`
    public record Generated(Reading<String> expression, boolean stored) {}
}
