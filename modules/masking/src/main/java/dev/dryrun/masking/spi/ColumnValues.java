package dev.dryrun.masking.spi;

import java.util.List;

/// The values that one column has in one role. Made by DryRun alone.
///
/// @param type as `format_type` writes it, without a length; domains are unwrapped, and so are
///   arrays: of those, a common value is a whole array, `{1,2}`
/// @param role where they stand
/// @param values as PostgreSQL writes them, at least one, in the order of the role
public record ColumnValues(String type, ValueRole role, List<String> values) {

    /// Copies what it is given.
    public ColumnValues {
        values = List.copyOf(values);
    }
}
