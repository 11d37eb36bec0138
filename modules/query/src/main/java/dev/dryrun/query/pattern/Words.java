package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import java.util.Locale;
import java.util.OptionalLong;

/// Figures and names as warnings show them.
final class Words {

    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;
    private static final double TRILLION = 1e12;
    private static final long STEP = 1_000;

    private Words() {}

    /// {@return a number of rows: `1 row`, `50,000 rows`, `12.3 million rows`}
    static String rows(long rows) {
        return number((double) rows) + (rows == 1 ? " row" : " rows");
    }

    /// {@return a number: `50,000`, `12.3 million`}
    static String number(double number) {
        if (number >= TRILLION) {
            return tenths(number / TRILLION) + " trillion";
        }
        if (number >= BILLION) {
            return tenths(number / BILLION) + " billion";
        }
        return number >= MILLION
                ? tenths(number / MILLION) + " million"
                : String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    private static String tenths(double number) {
        return String.format(Locale.ROOT, "%,.1f", number).replaceFirst("\\.0$", "");
    }

    /// {@return the relation with its rows, which may not be known}
    static String withRows(Relation relation, OptionalLong rows) {
        return name(relation)
                + (rows.isPresent() ? " (" + rows(rows.getAsLong()) + ")" : " (size not known)");
    }

    /// {@return a relation's name as it is written in SQL}
    static String name(Relation relation) {
        return relation.name().sql();
    }

    /// {@return a share: `12 %`, `less than 1 %`}
    static String percent(double share) {
        double percent = share * 100;
        return percent > 0 && percent < 1 ? "less than 1 %" : Math.round(percent) + " %";
    }

    /// {@return `1 partition`, `36 partitions`}
    static String partitions(int count) {
        return count + (count == 1 ? " partition" : " partitions");
    }

    /// {@return a number of bytes: `8.2 GB`}
    static String bytes(long bytes) {
        double number = bytes;
        String unit = "B";
        for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
            if (number < STEP) {
                break;
            }
            number /= STEP;
            unit = next;
        }
        return (unit.equals("B") ? String.valueOf(bytes) : tenths(number)) + " " + unit;
    }
}
