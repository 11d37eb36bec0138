package dev.dryrun.model;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A figure of an object that is other than it was.
///
/// @param about which object
/// @param part the index, the column or the statement it belongs to; null for the object itself
/// @param metric its name in PostgreSQL's catalogues and views: `reltuples`, `seq_scan` …
/// @param before what it was; null when it was not known
/// @param after what it is; null when it is not known
/// @param counter whether it only grows until it is reset
public record FigureChange(
        ObjectRef about,
        PropertyChange.@Nullable Part part,
        String metric,
        @Nullable Double before,
        @Nullable Double after,
        boolean counter) {

    /// {@return whether it counts and counts less than before: it began anew in between}
    public boolean resetBetween() {
        return counter && before != null && after != null && after < before;
    }

    /// {@return by how much it moved, or empty when that cannot be said}
    public OptionalDouble delta() {
        return before == null || after == null || resetBetween()
                ? OptionalDouble.empty()
                : OptionalDouble.of(after - before);
    }

    /// {@return by how much it moved in percent of what it was, or empty when that cannot be said}
    public Optional<Double> percent() {
        return before == null || before == 0 || delta().isEmpty()
                ? Optional.empty()
                : Optional.of(100 * delta().getAsDouble() / Math.abs(before));
    }
}
