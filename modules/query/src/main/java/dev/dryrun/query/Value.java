package dev.dryrun.query;

import org.jspecify.annotations.Nullable;

/// What is known of an expression's value. Types are not computed here: most are not known, and
/// nothing is ever refused for that.
///
/// @param type as `format_type` writes it; null when it is not known
/// @param scalar whether it is surely no row, so that it has no fields
/// @param row the item whose whole row it is; null when it is none
record Value(@Nullable String type, boolean scalar, @Nullable Item row) {

    /// Anything.
    static final Value UNKNOWN = new Value(null, false, null);

    /// Some value that is no row.
    static final Value SCALAR = new Value(null, true, null);

    static Value scalar(String type) {
        return new Value(type, true, null);
    }

    static Value rowOf(Item item) {
        return new Value(null, false, item);
    }
}
