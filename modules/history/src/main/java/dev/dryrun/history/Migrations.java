package dev.dryrun.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Brings a file of an older format up to date, all in one transaction. There is no way back.
///
/// Each older format has a step of its own. Where documents are stored in another way since, it
/// reads them and stores them anew, by the code that stores them today.
///
/// @param connection the file, open for writing
/// @param errors speaks of it
record Migrations(Connection connection, HistoryErrors errors) {

    /// The oldest format that can be brought up to date.
    static final int OLDEST = 1;

    /// Makes a file of one older format a file of the newest.
    interface Step {
        void run(Connection connection) throws SQLException;
    }

    /// The first is for format [#OLDEST], and so on.
    private List<Step> steps() {
        return List.of(
                new MigrationFrom1(errors), new MigrationFrom2(errors), new MigrationFrom3());
    }

    void run(int from) throws SQLException {
        try (Transaction transaction = Transaction.begin(connection, errors);
                Statement statement = connection.createStatement()) {
            // Another process may have done it while this one waited for the lock.
            int version = version(statement, from);
            if (version < HistoryOpener.VERSION) {
                steps().get(version - OLDEST).run(connection);
                statement.executeUpdate("PRAGMA user_version = " + HistoryOpener.VERSION);
            }
            transaction.commit();
        }
    }

    private static int version(Statement statement, int assumed) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : assumed;
        }
    }
}
