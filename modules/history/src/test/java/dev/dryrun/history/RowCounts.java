package dev.dryrun.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/// Counts rows as anybody with a SQLite tool could.
final class RowCounts {

    private RowCounts() {}

    /// {@return the number of objects, nodes, roots and snapshots in the file}
    static List<Integer> of(Path file) {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<Integer> counts = new ArrayList<>();
            for (String table : List.of("object", "node", "root", "snapshot")) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    row.next();
                    counts.add(row.getInt(1));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
