package dev.dryrun.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Opens queries whose rows belong to those of another, and closes them together.
final class OwnedRows implements AutoCloseable {

    private final Connection connection;
    private final List<RowsByOwner<?>> opened = new ArrayList<>();

    /// @param connection in a transaction
    OwnedRows(Connection connection) {
        this.connection = connection;
    }

    <T> RowsByOwner<T> open(String query, RowsByOwner.Mapper<T> mapper) throws SQLException {
        RowsByOwner<T> rows = new RowsByOwner<>(new CatalogQuery(query).run(connection), mapper);
        opened.add(rows);
        return rows;
    }

    @Override
    public void close() throws SQLException {
        for (RowsByOwner<?> rows : opened) {
            rows.close();
        }
    }
}
