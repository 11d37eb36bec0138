package dev.dryrun.model;

/// The planner's statistics of one column.
///
/// Source: one row of `pg_stats`. The slots hold **values of the database's rows**: they are what
/// masking exists for.
///
/// @param column `attname`
/// @param type the name of the innermost type: domains and arrays unwrapped
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
        Reading<String> mostCommonElementFrequencies) {}
