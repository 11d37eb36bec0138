package dev.dryrun.masking;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/// The values in one column's statistics.
///
/// @param column as captured
record Slots(ColumnStatistics column) {

    /// {@return the column with other values, and with none of its own}
    ///
    /// @param common instead of the common values
    /// @param bounds instead of the histogram
    /// @param elements instead of the common elements
    /// @param by the strategy, where there was anything to mask
    ColumnStatistics with(
            Optional<CommonValues> common,
            Optional<String> bounds,
            Optional<String> elements,
            String by) {
        return new ColumnStatistics(
                column.column(),
                column.type(),
                column.inherited(),
                column.nullFraction(),
                column.averageWidthBytes(),
                column.distinct(),
                replaced(column.mostCommonValues(), common.map(CommonValues::values)),
                replaced(column.mostCommonFrequencies(), common.map(CommonValues::frequencies)),
                replaced(column.histogramBounds(), bounds),
                column.correlation(),
                replaced(column.mostCommonElements(), elements),
                elements.isPresent()
                        ? column.mostCommonElementFrequencies()
                        : masked(column.mostCommonElementFrequencies()),
                masked(column.elementCountHistogram()),
                masked(column.rangeLengthHistogram()),
                column.rangeEmptyFraction(),
                masked(column.rangeBoundsHistogram()),
                hasValues() ? by : null);
    }

    private boolean hasValues() {
        return Stream.of(
                        column.mostCommonValues(),
                        column.mostCommonFrequencies(),
                        column.histogramBounds(),
                        column.mostCommonElements(),
                        column.mostCommonElementFrequencies(),
                        column.elementCountHistogram(),
                        column.rangeLengthHistogram(),
                        column.rangeBoundsHistogram())
                .anyMatch(slot -> slot.known().isPresent());
    }

    private static Reading<String> replaced(Reading<String> values, Optional<String> by) {
        return by.isPresent() ? values.map(_ -> by.get()) : masked(values);
    }

    /// {@return what stands for values that were removed; what was not there stays as it is}
    static Reading<String> masked(Reading<String> values) {
        return switch (values) {
            case Reading.Measured<String> _, Reading.Estimated<String> _ ->
                    Reading.absent(Reason.MASKED);
            case Reading.Absent<String> _ -> values;
        };
    }
}
