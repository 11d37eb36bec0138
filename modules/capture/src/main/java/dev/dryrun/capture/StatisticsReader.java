package dev.dryrun.capture;

import dev.dryrun.capture.ColumnStatisticsReader.OfTable;
import dev.dryrun.model.Bloat;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.TableStatistics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the planner's statistics and the sizes of tables, materialised views and foreign tables.
record StatisticsReader(Connection connection) {

    void read(Consumer<? super TableStatistics> consumer) throws SQLException {
        // First, because it rolls back to a savepoint: nothing may be half read by then.
        RelationSizes sizes = RelationSizes.read(connection);
        try (Rows tables = new CatalogQuery("table_statistics").run(connection);
                ColumnStatisticsReader columns = new ColumnStatisticsReader(connection);
                IndexStatisticsReader indexes = new IndexStatisticsReader(connection, sizes);
                ExtendedStatisticsReader extended = new ExtendedStatisticsReader(connection)) {
            while (tables.next()) {
                long oid = tables.oid();
                OfTable own = columns.take(oid);
                RelationSizes.Parts size = sizes.of(oid);
                boolean stored = "rm".contains(tables.text("relkind"));
                consumer.accept(
                        new TableStatistics(
                                kind(tables.text("relkind")),
                                new QualifiedName(tables.text("schema"), tables.text("relname")),
                                rows(tables),
                                pages(tables),
                                stored ? tables.count("relallvisible") : none(),
                                stored ? tables.count("relallfrozen") : none(),
                                transaction(tables, "relfrozenxid"),
                                transaction(tables, "relminmxid"),
                                transaction(tables, "toast_frozenxid"),
                                size.main(),
                                size.toast(),
                                size.indexes(),
                                size.total(),
                                stored ? bloat(tables, own, oid) : none(),
                                indexes.take(oid, own),
                                extended.take(oid, own.columns()),
                                own.of(oid)));
            }
        }
    }

    static ObjectKind kind(String relkind) {
        return switch (relkind) {
            case "m" -> ObjectKind.MATERIALIZED_VIEW;
            case "f" -> ObjectKind.FOREIGN_TABLE;
            default -> ObjectKind.TABLE;
        };
    }

    /// The planner's own estimate; -1 says that neither VACUUM nor ANALYZE has made one.
    static Reading<Double> rows(Rows row) throws SQLException {
        return switch (row.fraction("reltuples")) {
            case Reading.Measured<Double>(Double value) when value >= 0 -> Reading.estimated(value);
            case Reading.Measured<Double> _,
                    Reading.Estimated<Double> _,
                    Reading.Absent<Double> _ ->
                    Reading.absent(Reason.NEVER_ANALYZED);
        };
    }

    /// A partitioned table has -1 pages: it has no storage.
    private static Reading<Long> pages(Rows row) throws SQLException {
        return notBelow(0, row.count("relpages"));
    }

    /// 0 stands where there is no storage to freeze.
    private static Reading<Long> transaction(Rows row, String column) throws SQLException {
        return notBelow(1, row.count(column));
    }

    private static Reading<Long> notBelow(long least, Reading<Long> reading) {
        Optional<Long> known = reading.known();
        return known.isPresent() && known.get() < least ? none() : reading;
    }

    private static Reading<Bloat> bloat(Rows row, OfTable own, long table) throws SQLException {
        List<ColumnStatistics> statistics = own.of(table);
        long width = 0;
        boolean approximate = false;
        for (StatisticsColumn column : own.columns()) {
            Optional<Integer> measured = averageWidth(column.name(), statistics);
            approximate |= measured.isEmpty();
            width +=
                    measured.isPresent()
                            ? BloatEstimate.stored(measured.get())
                            : BloatEstimate.declared(column.declared());
        }
        return BloatEstimate.heap(
                rows(row), pages(row), row.whole("fillfactor"), width, approximate);
    }

    private static Optional<Integer> averageWidth(
            String column, List<ColumnStatistics> statistics) {
        for (ColumnStatistics one : statistics) {
            if (!one.inherited() && one.column().equals(column)) {
                return one.averageWidthBytes().known();
            }
        }
        return Optional.empty();
    }

    private static <T> Reading<T> none() {
        return Reading.absent(Reason.NONE_KEPT);
    }
}
