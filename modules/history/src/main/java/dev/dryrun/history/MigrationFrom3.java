package dev.dryrun.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// From format 3: a snapshot says by what rules it was masked. Of older ones nobody knows.
record MigrationFrom3() implements Migrations.Step {

    private static final String VIEW = "planner_column_stats";

    @Override
    public void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("ALTER TABLE snapshot ADD COLUMN masking TEXT");
            statement.executeUpdate("DROP VIEW " + VIEW);
            statement.executeUpdate(SchemaScript.view(HistoryOpener.VERSION, VIEW));
        }
    }
}
