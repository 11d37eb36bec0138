package dev.dryrun.advise;

import java.util.Locale;

/// Figures in a sentence.
final class Figures {

    private static final double MILLION = 1_000_000;

    private Figures() {}

    /// {@return a count: `812`, `50,000`, `1.2 million`}
    static String count(double number) {
        return number >= MILLION
                ? String.format(Locale.ROOT, "%.1f million", number / MILLION)
                : String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    /// {@return `1 row`, `50,000 rows`}
    static String rows(double number) {
        return count(number) + (Math.round(number) == 1 ? " row" : " rows");
    }

    /// {@return `once`, `20 times`}
    static String times(double number) {
        return Math.round(number) == 1 ? "once" : count(number) + " times";
    }

    /// {@return a share of a whole: `0.2 %`, `12 %`}
    static String share(double share) {
        double percent = share * 100;
        return percent >= 10 || percent == 0
                ? String.format(Locale.ROOT, "%.0f %%", percent)
                : percent >= 0.1
                        ? String.format(Locale.ROOT, "%.1f %%", percent)
                        : "less than 0.1 %";
    }

    /// {@return a factor: `3.5`, `40`}
    static String factor(double factor) {
        return factor >= 10 ? count(factor) : String.format(Locale.ROOT, "%.1f", factor);
    }

    /// {@return kB as EXPLAIN counts them, for people}
    static String kilobytes(double kilobytes) {
        return kilobytes >= 1024
                ? String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024)
                : String.format(Locale.ROOT, "%.0f kB", kilobytes);
    }
}
