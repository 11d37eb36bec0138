package dev.dryrun.model;

import dev.dryrun.model.Reading.Reason;
import org.jspecify.annotations.Nullable;

/// The planner's statistics of one column, or of one expression of an index or of an extended
/// statistics object.
///
/// Source: one row of `pg_stats` or `pg_stats_ext_exprs`. The slots hold **values of the database's
/// rows**: they are what masking exists for.
///
/// @param column `attname`; of an extended statistics object the expression as it is deparsed
/// @param type the name of the innermost type: domains and arrays unwrapped; `json` or `jsonb` also
///   where a composite or a range holds one
/// @param inherited whether descendants' rows are counted too
/// @param nullFraction 0 to 1
/// @param averageWidthBytes of the stored values
/// @param distinct `n_distinct`: a count, or, negative, minus the share of distinct values in rows
/// @param mostCommonValues an array literal as `array_out` writes it; NONE_KEPT without common
///   values
/// @param mostCommonFrequencies an array literal of as many numbers, 0 to 1, falling
/// @param histogramBounds an array literal, rising in the column's order
/// @param correlation of physical and logical order, -1 to 1
/// @param mostCommonElements an array literal, for arrays and `tsvector`
/// @param mostCommonElementFrequencies an array literal
/// @param elementCountHistogram an array literal of how many distinct elements rows have, for
///   arrays
/// @param rangeLengthHistogram an array literal, for ranges; UNSUPPORTED_VERSION before 17
/// @param rangeEmptyFraction 0 to 1, for ranges; UNSUPPORTED_VERSION before 17
/// @param rangeBoundsHistogram an array literal of ranges; UNSUPPORTED_VERSION before 17
/// @param maskedBy the masking strategy that removed or replaced values; `always` for what is
///   removed whatever a policy says; null when nothing was masked
public record ColumnStatistics(
        String column,
        String type,
        boolean inherited,
        Reading<Double> nullFraction,
        Reading<Integer> averageWidthBytes,
        Reading<Double> distinct,
        Reading<String> mostCommonValues,
        Reading<String> mostCommonFrequencies,
        Reading<String> histogramBounds,
        Reading<Double> correlation,
        Reading<String> mostCommonElements,
        Reading<String> mostCommonElementFrequencies,
        Reading<String> elementCountHistogram,
        Reading<String> rangeLengthHistogram,
        Reading<Double> rangeEmptyFraction,
        Reading<String> rangeBoundsHistogram,
        @Nullable String maskedBy) {

    /// Makes one of which nothing was masked.
    ///
    /// @param column `attname`, or an expression
    /// @param type innermost
    /// @param inherited whether descendants' rows are counted too
    /// @param nullFraction 0 to 1
    /// @param averageWidthBytes of the stored values
    /// @param distinct `n_distinct`
    /// @param mostCommonValues an array literal
    /// @param mostCommonFrequencies an array literal
    /// @param histogramBounds an array literal
    /// @param correlation -1 to 1
    /// @param mostCommonElements an array literal
    /// @param mostCommonElementFrequencies an array literal
    /// @param elementCountHistogram an array literal
    /// @param rangeLengthHistogram an array literal
    /// @param rangeEmptyFraction 0 to 1
    /// @param rangeBoundsHistogram an array literal
    public ColumnStatistics(
            String column,
            String type,
            boolean inherited,
            Reading<Double> nullFraction,
            Reading<Integer> averageWidthBytes,
            Reading<Double> distinct,
            Reading<String> mostCommonValues,
            Reading<String> mostCommonFrequencies,
            Reading<String> histogramBounds,
            Reading<Double> correlation,
            Reading<String> mostCommonElements,
            Reading<String> mostCommonElementFrequencies,
            Reading<String> elementCountHistogram,
            Reading<String> rangeLengthHistogram,
            Reading<Double> rangeEmptyFraction,
            Reading<String> rangeBoundsHistogram) {
        this(
                column,
                type,
                inherited,
                nullFraction,
                averageWidthBytes,
                distinct,
                mostCommonValues,
                mostCommonFrequencies,
                histogramBounds,
                correlation,
                mostCommonElements,
                mostCommonElementFrequencies,
                elementCountHistogram,
                rangeLengthHistogram,
                rangeEmptyFraction,
                rangeBoundsHistogram,
                null);
    }

    /// {@return a column of which nothing is known, for one reason}
    ///
    /// @param column its name
    /// @param type its innermost type
    /// @param reason why: NO_PRIVILEGE where the role may not read the column
    public static ColumnStatistics absent(String column, String type, Reason reason) {
        Reading<String> text = Reading.absent(reason);
        Reading<Double> number = Reading.absent(reason);
        return new ColumnStatistics(
                column,
                type,
                false,
                number,
                Reading.absent(reason),
                number,
                text,
                text,
                text,
                number,
                text,
                text,
                text,
                text,
                number,
                text);
    }
}
