package dev.dryrun.capture;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads the statistics of columns, relation by relation: tables, and indexes with expressions.
final class ColumnStatisticsReader implements AutoCloseable {

    private final RowsByOwner<StatisticsColumn> columns;
    private final RowsByOwner<Raw> statistics;

    ColumnStatisticsReader(Connection connection) throws SQLException {
        columns =
                new RowsByOwner<>(
                        new CatalogQuery("statistics_columns").run(connection),
                        StatisticsColumn::of);
        statistics =
                new RowsByOwner<>(
                        new CatalogQuery(
                                        lent(connection)
                                                ? "lent_column_statistics"
                                                : "column_statistics")
                                .run(connection),
                        row ->
                                new Raw(
                                        row.number("relation"),
                                        statistics(row, row.text("attname"), "")));
    }

    private static boolean lent(Connection connection) throws SQLException {
        try (Rows lender = new CatalogQuery("statistics_lender").run(connection)) {
            return lender.next();
        }
    }

    private record Raw(long relation, ColumnStatistics row) {}

    /// The columns of a table, and what is known of them and of its indexes' expressions.
    ///
    /// @param columns all of the table
    /// @param statistics by the oid of the table or the index: of those that have some, or that may
    ///   not be read
    record OfTable(List<StatisticsColumn> columns, Map<Long, List<ColumnStatistics>> statistics) {

        List<ColumnStatistics> of(long relation) {
            return statistics.getOrDefault(relation, List.of());
        }
    }

    /// {@return the columns of a table}
    ///
    /// @param table its oid, greater than every one asked for before
    OfTable take(long table) throws SQLException {
        List<StatisticsColumn> all = columns.take(table);
        Map<Long, Map<String, List<ColumnStatistics>>> known = new HashMap<>();
        for (Raw raw : statistics.take(table)) {
            known.computeIfAbsent(raw.relation, _ -> new HashMap<>())
                    .computeIfAbsent(raw.row.column(), _ -> new ArrayList<>())
                    .add(raw.row);
        }
        Map<Long, List<ColumnStatistics>> result = new HashMap<>();
        for (StatisticsColumn column : all) {
            List<ColumnStatistics> own =
                    known.getOrDefault(column.relation(), Map.of())
                            .getOrDefault(column.name(), List.of());
            List<ColumnStatistics> target =
                    result.computeIfAbsent(column.relation(), _ -> new ArrayList<>());
            own.forEach(row -> target.add(typed(row, column)));
            if (own.isEmpty() && !column.readable()) {
                target.add(
                        ColumnStatistics.absent(column.name(), column.type(), Reason.NO_PRIVILEGE));
            }
        }
        return new OfTable(
                all.stream().filter(column -> column.relation() == table).toList(), result);
    }

    @Override
    public void close() throws SQLException {
        try (columns) {
            statistics.close();
        }
    }

    /// Makes a record of a row of `pg_stats` or `pg_stats_ext_exprs`.
    static ColumnStatistics statistics(Rows row, String name, String type) throws SQLException {
        return new ColumnStatistics(
                name,
                type,
                row.has("inherited") && row.flag("inherited"),
                row.fraction("null_frac"),
                row.width("avg_width"),
                row.fraction("n_distinct"),
                row.literal("most_common_vals"),
                row.literal("most_common_freqs"),
                row.literal("histogram_bounds"),
                row.fraction("correlation"),
                row.literal("most_common_elems"),
                row.literal("most_common_elem_freqs"),
                row.literal("elem_count_histogram"),
                row.literal("range_length_histogram"),
                row.fraction("range_empty_frac"),
                row.literal("range_bounds_histogram"));
    }

    /// That a version does not show ranges matters only to columns that are some.
    private static ColumnStatistics typed(ColumnStatistics row, StatisticsColumn column) {
        return new ColumnStatistics(
                row.column(),
                column.type(),
                row.inherited(),
                row.nullFraction(),
                row.averageWidthBytes(),
                row.distinct(),
                row.mostCommonValues(),
                row.mostCommonFrequencies(),
                row.histogramBounds(),
                row.correlation(),
                row.mostCommonElements(),
                row.mostCommonElementFrequencies(),
                row.elementCountHistogram(),
                ofRange(row, column, ColumnStatistics::rangeLengthHistogram),
                ofRange(row, column, ColumnStatistics::rangeEmptyFraction),
                ofRange(row, column, ColumnStatistics::rangeBoundsHistogram));
    }

    private static <T> Reading<T> ofRange(
            ColumnStatistics row,
            StatisticsColumn column,
            Function<ColumnStatistics, Reading<T>> slot) {
        return column.range() ? slot.apply(row) : Reading.absent(Reason.NONE_KEPT);
    }
}
