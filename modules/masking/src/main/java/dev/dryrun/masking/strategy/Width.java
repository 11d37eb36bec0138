package dev.dryrun.masking.strategy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How wide buckets are.
sealed interface Width {

    /// {@return whether buckets of this width hold more than one value of the kind}
    boolean rounds(ValueKind kind);

    /// {@return where the bucket begins that a value is in}
    ///
    /// @param kind one that it rounds
    /// @param at where the value stands
    BigDecimal floor(ValueKind kind, BigDecimal at);

    /// Of numbers.
    ///
    /// @param width greater than 0
    record OfNumbers(BigDecimal width) implements Width {

        @Override
        public boolean rounds(ValueKind kind) {
            boolean wholeWidth = width.stripTrailingZeros().scale() <= 0;
            return !kind.time()
                    && (!kind.whole() || (wholeWidth && width.compareTo(BigDecimal.ONE) > 0));
        }

        @Override
        public BigDecimal floor(ValueKind kind, BigDecimal at) {
            return at.divide(width, 0, RoundingMode.FLOOR).multiply(width);
        }
    }

    /// Of dates and times: so many of a unit.
    ///
    /// @param count at least 1
    /// @param unit of what
    record OfTimes(int count, Unit unit) implements Width {

        private static final int DAYS_PER_WEEK = 7;

        /// 1970-01-01 was a Thursday; weeks begin on Monday.
        private static final int MONDAY = 3;

        @Override
        public boolean rounds(ValueKind kind) {
            return switch (unit) {
                case MINUTE, HOUR -> kind == ValueKind.TIMESTAMP || kind == ValueKind.TIMESTAMPTZ;
                case DAY -> kind.time() && (count > 1 || kind != ValueKind.DATE);
                case WEEK, MONTH, YEAR -> kind.time();
            };
        }

        @Override
        public BigDecimal floor(ValueKind kind, BigDecimal at) {
            long value = at.longValueExact();
            if (kind == ValueKind.DATE) {
                return BigDecimal.valueOf(day(value));
            }
            long day = Times.MICROS_PER_DAY;
            return BigDecimal.valueOf(
                    switch (unit) {
                        case MINUTE, HOUR -> floor(value, unit.micros * count);
                        case DAY, WEEK, MONTH, YEAR -> day(Math.floorDiv(value, day)) * day;
                    });
        }

        private long day(long day) {
            return switch (unit) {
                case MINUTE, HOUR -> day;
                case DAY -> floor(day, count);
                case WEEK -> floor(day + MONDAY, (long) count * DAYS_PER_WEEK) - MONDAY;
                case MONTH -> month(day, count);
                case YEAR -> year(day);
            };
        }

        private static long floor(long value, long width) {
            return Math.floorDiv(value, width) * width;
        }

        private static long month(long day, int count) {
            LocalDate date = LocalDate.ofEpochDay(day);
            long months = 12L * date.getYear() + date.getMonthValue() - 1;
            long first = floor(months, count);
            return LocalDate.of(
                            (int) Math.floorDiv(first, 12L), (int) Math.floorMod(first, 12L) + 1, 1)
                    .toEpochDay();
        }

        private long year(long day) {
            int year = LocalDate.ofEpochDay(day).getYear();
            return LocalDate.of(Math.floorDiv(year, count) * count, 1, 1).toEpochDay();
        }
    }

    /// What dates and times are counted in.
    enum Unit {
        MINUTE(60_000_000L),
        HOUR(3_600_000_000L),
        DAY(0),
        WEEK(0),
        MONTH(0),
        YEAR(0);

        private final long micros;

        Unit(long micros) {
            this.micros = micros;
        }
    }

    /// What `width` may say, for messages.
    String FORM = "a number above 0, or a count of minutes, hours, days, weeks, months or years";

    /// More of a unit than this, and every value is in one bucket.
    int MOST = 10_000;

    Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?");
    Pattern TIME = Pattern.compile("(\\d{1,5}) +([a-z]+?)s?");

    /// {@return what a policy says; empty when it cannot be understood}
    ///
    /// @param text `100`, `0.5`, `1 month`
    static Optional<Width> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(lower).matches()) {
            BigDecimal width = new BigDecimal(lower);
            return width.unscaledValue().equals(BigInteger.ZERO)
                    ? Optional.empty()
                    : Optional.of(new OfNumbers(width));
        }
        Matcher matcher = TIME.matcher(lower);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return count < 1 || count > MOST
                ? Optional.empty()
                : Arrays.stream(Unit.values())
                        .filter(unit ->
                                unit.name().toLowerCase(Locale.ROOT).equals(matcher.group(2)))
                        .findFirst()
                        .map(unit -> new OfTimes(count, unit));
    }
}
