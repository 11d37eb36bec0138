package dev.dryrun.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Rows on their way into a table: a call into SQLite for each would cost more than the row. Until
/// [#flush] nobody sees them.
final class RowBatch implements AutoCloseable {

    private static final int ROWS = 256;

    private final PreparedStatement insert;
    private int waiting;

    /// @param connection in a transaction when rows are added
    /// @param sql an `INSERT`
    RowBatch(Connection connection, String sql) throws SQLException {
        insert = connection.prepareStatement(sql);
    }

    /// {@return the statement, for the values of the next row}
    PreparedStatement row() {
        return insert;
    }

    /// Adds the row whose values were set.
    void add() throws SQLException {
        insert.addBatch();
        waiting++;
        if (waiting == ROWS) {
            flush();
        }
    }

    /// Writes what waits.
    void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
