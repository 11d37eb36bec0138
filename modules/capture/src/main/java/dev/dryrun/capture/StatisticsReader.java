package dev.dryrun.capture;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.TableStatistics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/// Reads the planner's statistics and the sizes of tables.
record StatisticsReader(Connection connection) {

    void read(Consumer<? super TableStatistics> consumer) throws SQLException {
        try (Rows tables = new CatalogQuery("table_statistics").run(connection);
                RowsByOwner<ColumnStatistics> columns =
                        new RowsByOwner<>(
                                new CatalogQuery("column_statistics").run(connection),
                                StatisticsReader::column)) {
            while (tables.next()) {
                consumer.accept(
                        new TableStatistics(
                                new QualifiedName(tables.text("schema"), tables.text("name")),
                                rows(tables),
                                pages(tables),
                                tables.count("table_size"),
                                tables.count("indexes_size"),
                                tables.count("total_relation_size"),
                                columns.take(tables.oid())));
            }
        }
    }

    /// The planner's own estimate; -1 says that neither VACUUM nor ANALYZE has made one.
    private static Reading<Double> rows(Rows row) throws SQLException {
        return switch (row.fraction("reltuples")) {
            case Reading.Measured<Double>(Double value) when value >= 0 -> Reading.estimated(value);
            case Reading.Measured<Double> _,
                    Reading.Estimated<Double> _,
                    Reading.Absent<Double> _ ->
                    Reading.absent(Reading.Reason.NEVER_ANALYZED);
        };
    }

    /// A partitioned table has -1 pages: it has no storage.
    private static Reading<Long> pages(Rows row) throws SQLException {
        return switch (row.count("relpages")) {
            case Reading.Measured<Long>(Long value) when value < 0 ->
                    Reading.absent(Reading.Reason.NONE_KEPT);
            case Reading.Measured<Long> pages -> pages;
            case Reading.Estimated<Long> pages -> pages;
            case Reading.Absent<Long> pages -> pages;
        };
    }

    private static ColumnStatistics column(Rows row) throws SQLException {
        return new ColumnStatistics(
                row.text("name"),
                row.text("type"),
                row.flag("inherited"),
                row.fraction("null_frac"),
                row.width("avg_width"),
                row.fraction("n_distinct"),
                row.literal("most_common_vals"),
                row.literal("most_common_freqs"),
                row.literal("histogram_bounds"),
                row.fraction("correlation"),
                row.literal("most_common_elems"),
                row.literal("most_common_elem_freqs"));
    }
}
