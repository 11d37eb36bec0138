package dev.dryrun.capture;

import dev.dryrun.model.Bloat;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.util.List;

/// Estimates how many pages rows should fill. An order of magnitude, never a measurement.
final class BloatEstimate {

    private static final int PAGE = 8_192;
    private static final int HEAP_PAGE_HEADER = 24;
    private static final int HEAP_TUPLE = 28;
    private static final double BTREE_FILL = 0.9;
    private static final int BTREE_TUPLE = 8;
    private static final double PERCENT = 100.0;

    /// A value wider than this is moved out, and a pointer stays.
    private static final long TOASTED_FROM = 2_000;

    private static final long TOAST_POINTER = 18;
    private static final long UNKNOWN = 32;

    private BloatEstimate() {}

    /// Estimates a table's.
    ///
    /// @param rows `reltuples`
    /// @param pages `relpages`
    /// @param fillFactor in percent; 0 when not set
    /// @param width the sum over its columns, see [#stored]
    /// @param approximate whether a column's width is only its type's
    static Reading<Bloat> heap(
            Reading<Double> rows,
            Reading<Long> pages,
            long fillFactor,
            long width,
            boolean approximate) {
        double usable = PAGE * (fillFactor == 0 ? 1 : fillFactor / PERCENT) - HEAP_PAGE_HEADER;
        return estimate(rows, pages, usable / (HEAP_TUPLE + width), width, approximate);
    }

    /// Estimates a B-tree's.
    ///
    /// @param rows `reltuples`
    /// @param pages `relpages`
    /// @param types of its columns, `typname`; empty for an expression
    /// @param partial whether it leaves rows out
    static Reading<Bloat> btree(
            Reading<Double> rows, Reading<Long> pages, List<String> types, boolean partial) {
        long width = 0;
        for (String type : types) {
            width += declared(type);
        }
        return estimate(
                rows,
                pages,
                PAGE * BTREE_FILL / (BTREE_TUPLE + width),
                width,
                partial || types.contains(""));
    }

    /// {@return the bytes a value takes in its row}
    ///
    /// @param averageWidth as measured
    static long stored(long averageWidth) {
        return averageWidth > TOASTED_FROM ? TOAST_POINTER : averageWidth;
    }

    /// {@return the bytes a value of a type usually takes}
    ///
    /// @param type `typname`
    static long declared(String type) {
        return switch (type) {
            case "bool" -> 1;
            case "int2" -> 2;
            case "int4", "float4", "date", "oid" -> 4;
            case "macaddr" -> 6;
            case "int8", "float8", "timestamp", "timestamptz" -> 8;
            case "uuid", "numeric" -> 16;
            case "inet", "cidr" -> 19;
            case "json", "jsonb", "xml" -> 64;
            default -> UNKNOWN;
        };
    }

    private static Reading<Bloat> estimate(
            Reading<Double> rows,
            Reading<Long> pages,
            double rowsOfPage,
            long width,
            boolean approximate) {
        double count = rows.known().orElse(0.0);
        long actual = pages.known().orElse(0L);
        if (count <= 0 || actual <= 0) {
            boolean analyzed = rows.known().isPresent();
            return Reading.absent(analyzed ? Reason.NONE_KEPT : Reason.NEVER_ANALYZED);
        }
        long expected = Math.max(1, (long) Math.ceil(count / rowsOfPage));
        return Reading.estimated(new Bloat(expected, actual, width, approximate));
    }
}
