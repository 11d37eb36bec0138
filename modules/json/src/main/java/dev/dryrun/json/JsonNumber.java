package dev.dryrun.json;

import java.math.BigDecimal;

/// A number, kept as its text so that nothing is rounded on the way.
///
/// @param text the digits as JSON writes them
public record JsonNumber(String text) implements JsonValue {

    private static final double WHOLE_MAX = 9_007_199_254_740_992.0;
    private static final JsonNumber ZERO = new JsonNumber("0");

    /// {@return the number}
    ///
    /// @param value any whole number
    public static JsonNumber of(long value) {
        // The commonest: most counters of most objects.
        return value == 0 ? ZERO : new JsonNumber(Long.toString(value));
    }

    /// {@return the number in its one canonical form: without a fraction where it is whole, else
    /// with the fewest digits that read back as the same double}
    ///
    /// @param value finite; JSON has no other
    public static JsonNumber of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) <= WHOLE_MAX) {
            return of((long) value);
        }
        return new JsonNumber(Double.toString(value));
    }

    /// {@return the number as a long}
    ///
    /// @throws ArithmeticException when it has a fraction or does not fit
    public long longValue() {
        return new BigDecimal(text).longValueExact();
    }

    /// {@return the nearest double}
    public double doubleValue() {
        return Double.parseDouble(text);
    }
}
