package dev.dryrun.masking.strategy;

import java.math.BigDecimal;
import java.util.Comparator;

/// Where a value stands in the order of its type.
///
/// @param end whether it stands before, among or behind all others
/// @param at the number itself; of a date the days, of a time the microseconds since 1970-01-01
///   UTC; 0 at an end
public record Position(End end, BigDecimal at) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::end).thenComparing(Position::at);

    /// The values that are none of the many.
    public enum End {
        /// `-infinity`.
        LOWEST,
        /// Any other.
        NONE,
        /// `infinity`.
        HIGHEST,
        /// `NaN`: greater than all, says PostgreSQL.
        NOT_A_NUMBER
    }

    /// {@return one that is no end}
    ///
    /// @param at where
    public static Position of(BigDecimal at) {
        return new Position(End.NONE, at);
    }

    /// {@return one that is no end}
    ///
    /// @param at where
    public static Position of(long at) {
        return of(BigDecimal.valueOf(at));
    }

    /// {@return the end}
    ///
    /// @param end which
    static Position of(End end) {
        return new Position(end, BigDecimal.ZERO);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
