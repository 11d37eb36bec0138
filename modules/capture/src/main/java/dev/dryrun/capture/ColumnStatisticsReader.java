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
import org.jspecify.annotations.Nullable;

/// Reads the statistics of columns, relation by relation: tables, and indexes with expressions.
final class ColumnStatisticsReader implements AutoCloseable {

    private final RowsByOwner<Raw> columns;

    ColumnStatisticsReader(Connection connection) throws SQLException {
        String source =
                lent(connection) ? new CatalogQuery("lent_column_statistics").text() : "pg_stats";
        columns =
                new RowsByOwner<>(
                        new CatalogQuery("statistics_columns").runOver(connection, source),
                        ColumnStatisticsReader::raw);
    }

    private static boolean lent(Connection connection) throws SQLException {
        try (Rows lender = new CatalogQuery("statistics_lender").run(connection)) {
            return lender.next();
        }
    }

    /// A row: a column, and what is known of it.
    ///
    /// @param column the same for two rows where a table has children
    /// @param statistics null when there are none
    private record Raw(StatisticsColumn column, @Nullable ColumnStatistics statistics) {}

    private static Raw raw(Rows row) throws SQLException {
        StatisticsColumn column = StatisticsColumn.of(row);
        return new Raw(
                column,
                row.textOrNull("attname") == null
                        ? null
                        : statistics(row, column.name(), column.type(), column.range()));
    }

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
        List<StatisticsColumn> own = new ArrayList<>();
        Map<Long, List<ColumnStatistics>> known = new HashMap<>();
        for (Raw raw : columns.take(table)) {
            StatisticsColumn column = raw.column;
            if (column.relation() == table && (own.isEmpty() || !own.getLast().equals(column))) {
                own.add(column);
            }
            List<ColumnStatistics> target =
                    known.computeIfAbsent(column.relation(), _ -> new ArrayList<>());
            if (raw.statistics != null) {
                target.add(raw.statistics);
            } else if (!column.readable()) {
                target.add(
                        ColumnStatistics.absent(column.name(), column.type(), Reason.NO_PRIVILEGE));
            }
        }
        return new OfTable(own, known);
    }

    @Override
    public void close() throws SQLException {
        columns.close();
    }

    /// Makes a record of a row of `pg_stats` or `pg_stats_ext_exprs`.
    ///
    /// @param range whether it is of a range type: that a version does not show ranges matters only
    ///   to columns that are some
    static ColumnStatistics statistics(Rows row, String name, String type, boolean range)
            throws SQLException {
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
                range ? row.literal("range_length_histogram") : none(),
                range ? row.fraction("range_empty_frac") : none(),
                range ? row.literal("range_bounds_histogram") : none());
    }

    private static <T> Reading<T> none() {
        return Reading.absent(Reason.NONE_KEPT);
    }
}
