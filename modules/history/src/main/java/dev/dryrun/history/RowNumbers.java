package dev.dryrun.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Gives the rows that a transaction adds to a table their numbers: asking SQLite afterwards which
/// number it gave costs more than the row itself.
final class RowNumbers {

    private final Connection connection;
    private final String table;
    private long last = -1;
    private boolean empty;

    /// @param connection in a transaction that holds the lock when [#next] is called
    /// @param table with a column `id`
    RowNumbers(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /// {@return the number of the next row}
    long next() throws SQLException {
        look();
        return ++last;
    }

    /// {@return whether the table had no row when it was first asked for a number}
    boolean startedEmpty() throws SQLException {
        look();
        return empty;
    }

    private void look() throws SQLException {
        if (last < 0) {
            try (PreparedStatement select =
                            connection.prepareStatement(
                                    "SELECT coalesce(max(id), 0) FROM " + table);
                    ResultSet row = select.executeQuery()) {
                last = row.getLong(1);
                empty = last == 0;
            }
        }
    }
}
