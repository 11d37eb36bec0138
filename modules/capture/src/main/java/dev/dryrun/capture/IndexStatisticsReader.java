package dev.dryrun.capture;

import dev.dryrun.capture.ColumnStatisticsReader.OfTable;
import dev.dryrun.model.Bloat;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads the statistics of indexes, table by table.
final class IndexStatisticsReader implements AutoCloseable {

    private final RowsByOwner<Raw> indexes;
    private final RelationSizes sizes;

    IndexStatisticsReader(Connection connection, RelationSizes sizes) throws SQLException {
        this.indexes =
                new RowsByOwner<>(new CatalogQuery("index_statistics").run(connection), Raw::of);
        this.sizes = sizes;
    }

    private record Raw(
            long oid,
            String name,
            Reading<Double> rows,
            Reading<Long> pages,
            Reading<Bloat> bloat,
            List<String> over) {

        static Raw of(Rows row) throws SQLException {
            Reading<Double> rows = StatisticsReader.rows(row);
            boolean stored = row.text("kind").equals("i");
            Reading<Long> pages = stored ? row.count("relpages") : Reading.absent(Reason.NONE_KEPT);
            boolean btree = stored && row.text("method").equals("btree");
            return new Raw(
                    row.number("index_oid"),
                    row.text("name"),
                    rows,
                    pages,
                    btree
                            ? BloatEstimate.btree(
                                    rows, pages, row.textsIfAny("types"), row.flag("partial"))
                            : Reading.absent(Reason.NONE_KEPT),
                    row.textsIfAny("over"));
        }
    }

    /// {@return the indexes of a table}
    ///
    /// @param table its oid, greater than every one asked for before
    /// @param columns the table's columns and what is known of them
    List<IndexStatistics> take(long table, OfTable columns) throws SQLException {
        List<Raw> own = indexes.take(table);
        List<IndexStatistics> made = new ArrayList<>(own.size());
        for (Raw index : own) {
            made.add(
                    new IndexStatistics(
                            index.name,
                            index.rows,
                            index.pages,
                            sizes.ofIndex(index.oid),
                            index.bloat,
                            index.over.isEmpty()
                                    ? List.of()
                                    : ExtendedStatisticsReader.sources(
                                            index.over, columns.columns()),
                            columns.of(index.oid)));
        }
        return made;
    }

    @Override
    public void close() throws SQLException {
        indexes.close();
    }
}
