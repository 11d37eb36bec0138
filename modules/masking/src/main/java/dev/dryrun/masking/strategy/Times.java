package dev.dryrun.masking.strategy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times as PostgreSQL writes them with `DateStyle` ISO.
final class Times {

    static final long MICROS_PER_DAY = 86_400_000_000L;

    /// The first day that PostgreSQL has.
    static final BigDecimal FIRST_DAY = BigDecimal.valueOf(day(-4713, 11, 24));

    static final BigDecimal LAST_DAY = BigDecimal.valueOf(day(5_874_897, 12, 31));
    static final BigDecimal FIRST_MOMENT = BigDecimal.valueOf(day(-4713, 11, 24) * MICROS_PER_DAY);

    /// In the year 292189. PostgreSQL knows some later ones; they do not fit, and nobody has them.
    static final BigDecimal LAST_MOMENT =
            BigDecimal.valueOf(Times.LAST_DAYS * Times.MICROS_PER_DAY - 1);

    private static final long LAST_DAYS = 106_000_000;
    private static final String DAY = "(?<year>\\d{4,7})-(?<month>\\d\\d)-(?<day>\\d\\d)";
    private static final String ERA = "(?<era> BC)?";
    private static final Pattern DATE = Pattern.compile(DAY + ERA);
    private static final Pattern MOMENT =
            Pattern.compile(
                    DAY
                            + "[ T](?<time>\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?)"
                            + "(?<zone>Z|[+-]\\d\\d(:\\d\\d(:\\d\\d)?)?)?"
                            + ERA);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    private Times() {}

    private static long day(int year, int month, int day) {
        return LocalDate.of(year, month, day).toEpochDay();
    }

    static Optional<Position> date(String text) {
        Matcher matcher = DATE.matcher(text);
        return matcher.matches() ? day(matcher).map(Position::of) : Optional.empty();
    }

    /// {@return the moment; without a zone as if it were UTC}
    static Optional<Position> moment(String text, boolean zoned) {
        Matcher matcher = MOMENT.matcher(text);
        if (!matcher.matches() || zoned != (matcher.group("zone") != null)) {
            return Optional.empty();
        }
        String time = matcher.group("time");
        long offset = zoned ? offset(matcher.group("zone")) : 0;
        return day(matcher)
                .filter(day -> day < LAST_DAYS)
                .flatMap(day -> micros(time, day * MICROS_PER_DAY - offset));
    }

    private static Optional<Position> micros(String time, long from) {
        try {
            return Optional.of(
                    Position.of(from + LocalTime.parse(time).toNanoOfDay() / NANOS_PER_MICRO));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static String date(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return day(date) + era(date);
    }

    static String moment(long micros) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_PER_DAY));
        long rest = Math.floorMod(micros, MICROS_PER_SECOND);
        long second = Math.floorMod(micros, MICROS_PER_DAY) / MICROS_PER_SECOND;
        return day(date)
                + " "
                + LocalTime.ofSecondOfDay(second).format(SECONDS)
                + (rest == 0 ? "" : ".%06d".formatted(rest).replaceAll("0+$", ""))
                + era(date);
    }

    private static String day(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return "%04d-%02d-%02d".formatted(year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static Optional<Long> day(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        try {
            return Optional.of(
                    day(
                            matcher.group("era") == null ? year : 1 - year,
                            Integer.parseInt(matcher.group("month")),
                            Integer.parseInt(matcher.group("day"))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// {@return microseconds east of Greenwich}
    private static long offset(String zone) {
        if (zone.equals("Z")) {
            return 0;
        }
        long seconds = 0;
        long unit = 3600;
        for (String part : zone.substring(1).split(":", -1)) {
            seconds += Long.parseLong(part) * unit;
            unit /= 60;
        }
        return (zone.startsWith("-") ? -seconds : seconds) * MICROS_PER_SECOND;
    }
}
