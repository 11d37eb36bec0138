package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.TypeCast;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a condition on a part of a time is written as a range of times.
final class RangeHint {

    private static final Set<String> UNITS =
            Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");

    private RangeHint() {}

    /// {@return a range that an index or a partition serves; null when none is known}
    ///
    /// @param wrapped a column within a function or cast
    static @Nullable String of(Wrapped wrapped) {
        String unit = unit(wrapped);
        if (unit == null || !isTime(wrapped.column())) {
            return null;
        }
        String column = wrapped.column().sql();
        return "write %s >= start AND %s < start + interval '%s'"
                .formatted(column, column, unit.equals("quarter") ? "3 months" : "1 " + unit);
    }

    private static boolean isTime(TableColumn column) {
        String type = column.plainType();
        return type.startsWith("timestamp") || type.equals("date");
    }

    private static @Nullable String unit(Wrapped wrapped) {
        if (wrapped.outer() instanceof TypeCast cast) {
            return Wrapped.type(cast).equals("date") ? "day" : null;
        }
        String argument = wrapped.literal();
        String function = String.valueOf(wrapped.key());
        return switch (function) {
            case "date" -> "day";
            case "date_trunc", "extract", "date_part" -> {
                String unit = argument == null ? "" : argument.toLowerCase(Locale.ROOT);
                boolean whole = function.equals("date_trunc") || unit.equals("year");
                yield whole && UNITS.contains(unit) ? unit : null;
            }
            case "to_char" -> argument == null ? null : ofFormat(argument);
            default -> null;
        };
    }

    private static @Nullable String ofFormat(String format) {
        String plain = format.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return switch (plain) {
            case "YYYY" -> "year";
            case "YYYYMM" -> "month";
            case "YYYYMMDD" -> "day";
            default -> null;
        };
    }
}
