package dev.dryrun.contracts;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import java.util.List;
import java.util.Optional;

/// One column's values to try a strategy on.
///
/// @param type theirs
/// @param seed brings them back
/// @param values different ones, rising
record Trial(SampleType type, int seed, List<String> values) {

    Trial {
        values = List.copyOf(values);
    }

    Optional<List<String>> run(ValueMask mask, ValueRole role) {
        return mask.handles(type.type(), role)
                ? mask.mask(new ColumnValues(type.type(), role, values))
                : Optional.empty();
    }

    /// {@return how a failure calls it}
    String about() {
        return type.type() + ", seed " + seed + ": ";
    }
}
