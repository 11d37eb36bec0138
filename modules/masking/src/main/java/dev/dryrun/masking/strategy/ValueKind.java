package dev.dryrun.masking.strategy;

import dev.dryrun.masking.strategy.Position.End;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The types whose values are understood: numbers, dates and times.
public enum ValueKind {
    /// `int2`.
    SMALLINT("smallint", BigDecimal.valueOf(Short.MIN_VALUE), BigDecimal.valueOf(Short.MAX_VALUE)),
    /// `int4`.
    INTEGER(
            "integer",
            BigDecimal.valueOf(Integer.MIN_VALUE),
            BigDecimal.valueOf(Integer.MAX_VALUE)),
    /// `int8`.
    BIGINT("bigint", BigDecimal.valueOf(Long.MIN_VALUE), BigDecimal.valueOf(Long.MAX_VALUE)),
    /// Of any precision.
    NUMERIC("numeric", null, null),
    /// `float4`.
    REAL("real", new BigDecimal(-Float.MAX_VALUE), new BigDecimal(Float.MAX_VALUE)),
    /// `float8`.
    DOUBLE("double precision", new BigDecimal(-Double.MAX_VALUE), new BigDecimal(Double.MAX_VALUE)),
    /// A day.
    DATE("date", Times.FIRST_DAY, Times.LAST_DAY),
    /// A moment, wherever.
    TIMESTAMP("timestamp without time zone", Times.FIRST_MOMENT, Times.LAST_MOMENT),
    /// A moment.
    TIMESTAMPTZ("timestamp with time zone", Times.FIRST_MOMENT, Times.LAST_MOMENT);

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,30}");

    /// No exponent that takes long to write out.
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE][+-]?\\d{1,4})?");

    private static final int PLAIN_DIGITS = 40;

    private final String type;
    private final @Nullable BigDecimal lowest;
    private final @Nullable BigDecimal highest;

    ValueKind(String type, @Nullable BigDecimal lowest, @Nullable BigDecimal highest) {
        this.type = type;
        this.lowest = lowest;
        this.highest = highest;
    }

    /// {@return the kind of a type, or empty when its values are not understood}
    ///
    /// @param type as `format_type` writes it, without a length
    public static Optional<ValueKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    /// {@return whether there is nothing between one value and the next}
    public boolean whole() {
        return this == SMALLINT || this == INTEGER || this == BIGINT;
    }

    /// {@return whether it says when}
    public boolean time() {
        return this == DATE || this == TIMESTAMP || this == TIMESTAMPTZ;
    }

    /// {@return where a value stands; empty when it is none of the type}
    ///
    /// @param text as PostgreSQL writes it, with `DateStyle` ISO
    public Optional<Position> read(String text) {
        Optional<Position> read =
                switch (this) {
                    case SMALLINT, INTEGER, BIGINT -> number(WHOLE, text);
                    case NUMERIC, REAL, DOUBLE -> end(text).or(() -> number(NUMBER, text));
                    case DATE -> end(text).or(() -> Times.date(text));
                    case TIMESTAMP -> end(text).or(() -> Times.moment(text, false));
                    case TIMESTAMPTZ -> end(text).or(() -> Times.moment(text, true));
                };
        return read.filter(position -> position.equals(within(position)));
    }

    /// {@return the position, or the first or last one of the type where it is beyond}
    ///
    /// @param position any
    public Position within(Position position) {
        if (position.end() != End.NONE) {
            return position;
        }
        if (lowest != null && position.at().compareTo(lowest) < 0) {
            return Position.of(lowest);
        }
        return highest != null && position.at().compareTo(highest) > 0
                ? Position.of(highest)
                : position;
    }

    /// {@return the value that stands there, as PostgreSQL reads it}
    ///
    /// @param position within the type's range
    public String write(Position position) {
        return switch (position.end()) {
            case NOT_A_NUMBER -> "NaN";
            case LOWEST -> time() ? "-infinity" : "-Infinity";
            case HIGHEST -> time() ? "infinity" : "Infinity";
            case NONE ->
                    switch (this) {
                        case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE ->
                                plain(position.at());
                        case DATE -> Times.date(position.at().longValueExact());
                        case TIMESTAMP -> Times.moment(position.at().longValueExact());
                        case TIMESTAMPTZ -> Times.moment(position.at().longValueExact()) + "+00";
                    };
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return Math.abs((long) shortest.precision() - shortest.scale()) > PLAIN_DIGITS
                ? shortest.toString()
                : shortest.toPlainString();
    }

    private static Optional<Position> number(Pattern pattern, String text) {
        return pattern.matcher(text).matches()
                ? Optional.of(Position.of(new BigDecimal(text)))
                : Optional.empty();
    }

    private Optional<Position> end(String text) {
        return switch (text) {
            case "Infinity", "infinity" -> Optional.of(Position.of(End.HIGHEST));
            case "-Infinity", "-infinity" -> Optional.of(Position.of(End.LOWEST));
            case "NaN" -> time() ? Optional.empty() : Optional.of(Position.of(End.NOT_A_NUMBER));
            default -> Optional.empty();
        };
    }
}
