package dev.dryrun.masking;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SourceColumn;
import dev.dryrun.model.TableStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Takes values out of one table's statistics.
///
/// @param hidden which columns of the table lose their values because a policy says so
/// @param json which always lose them
/// @param keepJsonHistograms whether those keep their histograms
record StatisticsMask(
        Predicate<SourceColumn> hidden, Predicate<SourceColumn> json, boolean keepJsonHistograms) {

    Masked<TableStatistics> mask(TableStatistics statistics) {
        Counter counter = new Counter();
        List<IndexStatistics> indexes =
                statistics.indexes().stream().map(index -> mask(index, counter)).toList();
        List<ExtendedStatistics> extended =
                statistics.extended().stream().map(object -> mask(object, counter)).toList();
        List<ColumnStatistics> columns = mask(statistics.columns(), Extent.NOTHING, counter);
        return new Masked<>(
                new TableStatistics(
                        statistics.kind(),
                        statistics.table(),
                        statistics.reltuples(),
                        statistics.relpages(),
                        statistics.allVisiblePages(),
                        statistics.allFrozenPages(),
                        statistics.frozenXid(),
                        statistics.minMxid(),
                        statistics.toastFrozenXid(),
                        statistics.tableSizeBytes(),
                        statistics.toastSizeBytes(),
                        statistics.indexesSizeBytes(),
                        statistics.totalSizeBytes(),
                        statistics.bloat(),
                        indexes,
                        extended,
                        columns),
                counter.columns);
    }

    private static final class Counter {
        private int columns;
    }

    private IndexStatistics mask(IndexStatistics index, Counter counter) {
        return new IndexStatistics(
                index.name(),
                index.reltuples(),
                index.relpages(),
                index.sizeBytes(),
                index.bloat(),
                index.over(),
                mask(index.columns(), extent(index.over()), counter));
    }

    private ExtendedStatistics mask(ExtendedStatistics object, Counter counter) {
        Extent extent = extent(object.over());
        boolean mask = extent != Extent.NOTHING;
        return new ExtendedStatistics(
                object.name(),
                object.inherited(),
                object.over(),
                object.distinct(),
                object.dependencies(),
                mask ? masked(object.mostCommonValues()) : object.mostCommonValues(),
                mask ? masked(object.mostCommonNulls()) : object.mostCommonNulls(),
                mask ? masked(object.mostCommonFrequencies()) : object.mostCommonFrequencies(),
                mask
                        ? masked(object.mostCommonBaseFrequencies())
                        : object.mostCommonBaseFrequencies(),
                mask(object.expressions(), extent, counter));
    }

    /// How much of a column's statistics goes.
    private enum Extent {
        NOTHING,
        /// Values and their frequencies; the histogram stays.
        COMMON_VALUES,
        VALUES
    }

    private Extent extent(List<SourceColumn> over) {
        return over.stream()
                .map(this::extent)
                .max(Comparator.naturalOrder())
                .orElse(Extent.NOTHING);
    }

    private Extent extent(SourceColumn column) {
        if (hidden.test(column)) {
            return Extent.VALUES;
        }
        if (!json.test(column)) {
            return Extent.NOTHING;
        }
        return keepJsonHistograms ? Extent.COMMON_VALUES : Extent.VALUES;
    }

    private List<ColumnStatistics> mask(
            List<ColumnStatistics> columns, Extent atLeast, Counter counter) {
        List<ColumnStatistics> result = new ArrayList<>(columns.size());
        for (ColumnStatistics column : columns) {
            Extent own = extent(new SourceColumn(column.column(), column.type()));
            Extent extent = own.compareTo(atLeast) < 0 ? atLeast : own;
            result.add(extent == Extent.NOTHING ? column : without(column, extent));
            counter.columns += extent == Extent.NOTHING ? 0 : 1;
        }
        return result;
    }

    private static ColumnStatistics without(ColumnStatistics column, Extent extent) {
        return new ColumnStatistics(
                column.column(),
                column.type(),
                column.inherited(),
                column.nullFraction(),
                column.averageWidthBytes(),
                column.distinct(),
                masked(column.mostCommonValues()),
                masked(column.mostCommonFrequencies()),
                extent == Extent.VALUES
                        ? masked(column.histogramBounds())
                        : column.histogramBounds(),
                column.correlation(),
                masked(column.mostCommonElements()),
                masked(column.mostCommonElementFrequencies()),
                masked(column.elementCountHistogram()),
                masked(column.rangeLengthHistogram()),
                column.rangeEmptyFraction(),
                masked(column.rangeBoundsHistogram()));
    }

    /// What was not there stays not there: "masked" is only said of something that was removed.
    private static Reading<String> masked(Reading<String> values) {
        return switch (values) {
            case Reading.Measured<String> _, Reading.Estimated<String> _ ->
                    Reading.absent(Reason.MASKED);
            case Reading.Absent<String> _ -> values;
        };
    }
}
