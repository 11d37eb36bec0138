package dev.dryrun.apply;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Reading;
import org.jspecify.annotations.Nullable;

/// The statistics of one column in the forms that are written: what goes together is there or not
/// there together. Arrays are literals.
///
/// @param inherited whether descendants' rows are counted too
/// @param nullFraction 0 to 1
/// @param width of the stored values, in bytes
/// @param distinct as in `pg_stats`
/// @param commonValues an array literal
/// @param commonFrequencies there when the values are
/// @param histogram an array literal
/// @param correlation -1 to 1
/// @param elements an array literal
/// @param elementFrequencies there when the elements are
/// @param elementCounts an array literal
/// @param rangeLengths an array literal; null also where ranges are all empty
/// @param rangeEmptyFraction there when a column of ranges has statistics of them
/// @param rangeBounds an array literal
record ColumnValues(
        boolean inherited,
        double nullFraction,
        int width,
        double distinct,
        @Nullable String commonValues,
        @Nullable String commonFrequencies,
        @Nullable String histogram,
        @Nullable Double correlation,
        @Nullable String elements,
        @Nullable String elementFrequencies,
        @Nullable String elementCounts,
        @Nullable String rangeLengths,
        @Nullable Double rangeEmptyFraction,
        @Nullable String rangeBounds) {

    /// {@return what can be written of a column, or null when nothing was captured of it}
    ///
    /// @param captured as captured, some of it masked
    static @Nullable ColumnValues of(ColumnStatistics captured) {
        Double nullFraction = value(captured.nullFraction());
        Integer width = value(captured.averageWidthBytes());
        Double distinct = value(captured.distinct());
        if (nullFraction == null || width == null || distinct == null) {
            return null;
        }
        String common = value(captured.mostCommonValues());
        String commonFrequencies = value(captured.mostCommonFrequencies());
        boolean ofCommon = common != null && commonFrequencies != null;
        String elements = value(captured.mostCommonElements());
        String elementFrequencies = value(captured.mostCommonElementFrequencies());
        boolean ofElements = elements != null && elementFrequencies != null;
        return new ColumnValues(
                captured.inherited(),
                nullFraction,
                width,
                distinct,
                ofCommon ? common : null,
                ofCommon ? commonFrequencies : null,
                value(captured.histogramBounds()),
                value(captured.correlation()),
                ofElements ? elements : null,
                ofElements ? elementFrequencies : null,
                value(captured.elementCountHistogram()),
                value(captured.rangeLengthHistogram()),
                value(captured.rangeEmptyFraction()),
                value(captured.rangeBoundsHistogram()));
    }

    private static <T> @Nullable T value(Reading<T> reading) {
        return reading.known().orElse(null);
    }

    /// {@return the same without the histogram}
    ColumnValues withoutHistogram() {
        return new ColumnValues(
                inherited,
                nullFraction,
                width,
                distinct,
                commonValues,
                commonFrequencies,
                null,
                correlation,
                elements,
                elementFrequencies,
                elementCounts,
                rangeLengths,
                rangeEmptyFraction,
                rangeBounds);
    }
}
