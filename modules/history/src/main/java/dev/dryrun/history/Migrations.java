package dev.dryrun.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Brings a file of an older format up to date, one version after another, all in one transaction.
/// There is no way back.
///
/// @param connection the file, open for writing
/// @param errors speaks of it
record Migrations(Connection connection, HistoryErrors errors) {

    /// The oldest format that can be brought up to date.
    static final int OLDEST = 1;

    /// Makes a file one version newer.
    interface Step {
        void run(Connection connection) throws SQLException;
    }

    /// The first leads from [#OLDEST] to the one after it, and so on.
    private List<Step> steps() {
        return List.of(new MigrationTo2(errors));
    }

    void run(int from) throws SQLException {
        try (Transaction transaction = Transaction.begin(connection, errors);
                Statement statement = connection.createStatement()) {
            // Another process may have done it while this one waited for the lock.
            int version = version(statement, from);
            for (Step step : steps().subList(version - OLDEST, steps().size())) {
                step.run(connection);
                version++;
            }
            statement.executeUpdate("PRAGMA user_version = " + version);
            transaction.commit();
        }
    }

    private static int version(Statement statement, int assumed) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : assumed;
        }
    }
}
