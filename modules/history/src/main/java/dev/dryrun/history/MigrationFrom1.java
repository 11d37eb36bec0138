package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// From format 1: names in a table of their own, long texts compressed, an index for searches,
/// statistics bound to a schema, and what is alike stored once. Snapshots keep their hashes.
///
/// @param errors speaks of the file
record MigrationFrom1(HistoryErrors errors) implements Migrations.Step {

    private static final List<String> VIEWS =
            List.of(
                    "planner_column_stats",
                    "indexes",
                    "columns",
                    "tables",
                    "newest_object",
                    "newest_snapshot");

    private static final List<String> TABLES =
            List.of("node_object", "root_node", "snapshot", "object", "node", "root");

    @Override
    public void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String view : VIEWS) {
                statement.executeUpdate("DROP VIEW " + view);
            }
            statement.executeUpdate("DROP INDEX object_name");
            statement.executeUpdate("DROP INDEX snapshot_newest");
            for (String table : TABLES) {
                statement.executeUpdate("ALTER TABLE " + table + " RENAME TO " + table + "_1");
            }
            statement.executeUpdate(SchemaScript.read(HistoryOpener.VERSION));
            statement.executeUpdate("CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new, ref)");
            moveObjects(connection);
            statement.executeUpdate("INSERT INTO node SELECT * FROM node_1");
            statement.executeUpdate("INSERT INTO root SELECT * FROM root_1");
            statement.executeUpdate("INSERT INTO root_node SELECT * FROM root_node_1");
            statement.executeUpdate(
                    """
                    INSERT INTO node_object
                    SELECT no.node_id, m.ref, m.new
                    FROM node_object_1 no JOIN moved m ON m.old = no.object_id
                    """);
            statement.executeUpdate(SNAPSHOTS);
            statement.executeUpdate("DROP TABLE moved");
            for (String table : TABLES) {
                statement.executeUpdate("DROP TABLE " + table + "_1");
            }
        }
    }

    /// Statistics belong to the newest schema that is not younger than they are.
    private static final String SNAPSHOTS =
            """
            INSERT INTO snapshot
            SELECT s.id, s.project_id, s.database_id, s.stream, s.taken_at, s.root_id,
                   CASE WHEN s.stream <> 'schema' THEN (
                       SELECT t.root_id FROM snapshot_1 t
                       WHERE t.project_id = s.project_id AND t.database_id = s.database_id
                         AND t.stream = 'schema' AND t.taken_at <= s.taken_at
                       ORDER BY t.taken_at DESC, t.id DESC LIMIT 1)
                   END,
                   s.masked_columns, s.server, NULL
            FROM snapshot_1 s
            """;

    private void moveObjects(Connection connection) throws SQLException {
        String sql =
                """
                SELECT id, hash, type, kind, schema, name, document,
                       type NOT IN ('table_statistics', 'table_activity')
                FROM object_1 ORDER BY id
                """;
        try (TreeStore store = new TreeStore(connection);
                PreparedStatement moved =
                        connection.prepareStatement("INSERT INTO moved VALUES (?, ?, ?)");
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                TreeStore.Incoming incoming = incoming(row);
                moved.setLong(1, row.getLong(1));
                moved.setLong(2, store.object(incoming, row.getBoolean(8)).id());
                moved.setLong(3, store.ref(incoming.about()));
                moved.executeUpdate();
            }
            store.flush();
        }
    }

    private TreeStore.Incoming incoming(ResultSet row) throws SQLException {
        try {
            ObjectKind kind =
                    ObjectKind.ofWord(row.getString(4))
                            .orElseThrow(() -> errors.corrupt("has an unknown kind of object"));
            if (Json.parse(row.getString(7)) instanceof JsonObject json) {
                return new TreeStore.Incoming(
                        new ObjectRef(kind, new QualifiedName(row.getString(5), row.getString(6))),
                        row.getString(3),
                        json,
                        ContentHash.ofBytes(row.getBytes(2)));
            }
        } catch (MalformedJsonException e) {
            throw errors.corrupt("is damaged: a document cannot be read", e);
        }
        throw errors.corrupt("is damaged: a document is no object");
    }
}
