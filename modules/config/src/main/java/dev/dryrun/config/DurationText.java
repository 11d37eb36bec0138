package dev.dryrun.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `90s`, `1h30m`, `1.5h`, `7d`, `2w`. A day is 24 hours.
public final class DurationText {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d|w)");

    private DurationText() {}

    /// {@return the duration, zero or more; empty when the text is not one}
    ///
    /// @param text numbers, each with its unit: `ms`, `s`, `m`, `h`, `d` or `w`; or `0`
    public static Optional<Duration> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Duration sum = Duration.ZERO;
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            long unitMs = unitMs(matcher.group(2));
            BigDecimal partMs =
                    new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unitMs));
            sum = sum.plusMillis(partMs.longValue());
            end = matcher.end();
        }
        return end == text.length() && end > 0 ? Optional.of(sum) : Optional.empty();
    }

    private static long unitMs(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 7 * 86_400_000L;
        };
    }
}
