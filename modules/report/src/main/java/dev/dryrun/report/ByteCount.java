package dev.dryrun.report;

import java.util.Locale;

/// Numbers of bytes for people: `812 B`, `3.4 kB`, `1.2 MB`.
public final class ByteCount {

    private static final int STEP = 1_000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private ByteCount() {}

    /// {@return the number with its unit}
    ///
    /// @param bytes not below zero
    public static String of(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= STEP && unit < UNITS.length - 1) {
            number /= STEP;
            unit++;
        }
        return unit == 0
                ? bytes + " B"
                : String.format(Locale.ROOT, "%.1f %s", number, UNITS[unit]);
    }
}
