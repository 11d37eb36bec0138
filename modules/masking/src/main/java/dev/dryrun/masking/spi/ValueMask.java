package dev.dryrun.masking.spi;

import java.util.List;
import java.util.Optional;

/// A strategy with its options: masks the values of columns. Safe for concurrent calls, and without
/// a state: the same values always become the same.
public interface ValueMask {

    /// {@return whether it can mask values of a type in this role; where not, they are removed}
    ///
    /// @param type as `format_type` writes it, without a length: `integer`, `timestamp with time
    ///   zone`; with a schema where it is not built in
    /// @param role where they stand
    boolean handles(String type, ValueRole role);

    /// {@return one result for each value, in the same order; empty to remove them all}
    ///
    /// Results may be equal: common values that become one are merged, and their frequencies added.
    /// Each must be of the values' type, in the form that PostgreSQL reads.
    ///
    /// @param values what one column has in one role; of a type and role that it handles
    Optional<List<String>> mask(ColumnValues values);

    /// {@return whether a value may be one that this has made. `mask verify` asks it of what it
    /// finds in a captured file}
    ///
    /// @param type as in [#handles]
    /// @param value as PostgreSQL writes it
    boolean mayHaveMade(String type, String value);
}
