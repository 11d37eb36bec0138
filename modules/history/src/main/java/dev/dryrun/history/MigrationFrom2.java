package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
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

/// From format 2: what documents have in common is stored once. Snapshots keep their hashes.
///
/// @param errors speaks of the file
record MigrationFrom2(HistoryErrors errors) implements Migrations.Step {

    private static final List<String> VIEWS =
            List.of(
                    "planner_column_stats",
                    "indexes",
                    "columns",
                    "tables",
                    "newest_object",
                    "newest_snapshot");

    private static final List<String> INDEXES =
            List.of("ref_kind", "ref_name", "object_hash", "snapshot_newest");

    private static final List<String> TABLES =
            List.of("node_object", "root_node", "snapshot", "object", "ref", "node", "root");

    @Override
    public void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TEMP TABLE defines AS SELECT rowid AS id FROM search ORDER BY 1");
            for (String view : VIEWS) {
                statement.executeUpdate("DROP VIEW " + view);
            }
            for (String index : INDEXES) {
                statement.executeUpdate("DROP INDEX " + index);
            }
            statement.executeUpdate("DROP TABLE search");
            for (String table : TABLES) {
                statement.executeUpdate("ALTER TABLE " + table + " RENAME TO " + table + "_2");
            }
            statement.executeUpdate(SchemaScript.read(HistoryOpener.VERSION));
            statement.executeUpdate("CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new)");
            moveObjects(connection);
            statement.executeUpdate("INSERT INTO node SELECT * FROM node_2");
            statement.executeUpdate("INSERT INTO root SELECT * FROM root_2");
            statement.executeUpdate("INSERT INTO root_node SELECT * FROM root_node_2");
            statement.executeUpdate(
                    """
                    INSERT INTO node_object
                    SELECT no.node_id, o.ref_id, o.id
                    FROM node_object_2 no
                    JOIN moved m ON m.old = no.object_id
                    JOIN object o ON o.id = m.new
                    """);
            statement.executeUpdate("INSERT INTO snapshot SELECT *, NULL FROM snapshot_2");
            statement.executeUpdate("DROP TABLE moved");
            statement.executeUpdate("DROP TABLE defines");
            for (String table : TABLES) {
                statement.executeUpdate("DROP TABLE " + table + "_2");
            }
        }
    }

    private void moveObjects(Connection connection) throws SQLException {
        String sql =
                """
                SELECT o.id, o.hash, o.type, r.kind, r.schema, r.name, o.document, o.texts,
                       EXISTS (SELECT 1 FROM defines d WHERE d.id = o.id)
                FROM object_2 o JOIN ref_2 r ON r.id = o.ref_id ORDER BY o.id
                """;
        try (TreeStore store = new TreeStore(connection);
                PreparedStatement moved =
                        connection.prepareStatement("INSERT INTO moved VALUES (?, ?)");
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                moved.setLong(1, row.getLong(1));
                moved.setLong(2, store.object(incoming(row), row.getBoolean(9)).id());
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
            ObjectRef about =
                    new ObjectRef(kind, new QualifiedName(row.getString(5), row.getString(6)));
            JsonObject stored = PackedDocument.inflated(row.getString(7), row.getBytes(8));
            return new TreeStore.Incoming(
                    about,
                    row.getString(3),
                    new Format2Document(about, row.getString(3)).grown(stored),
                    ContentHash.ofBytes(row.getBytes(2)));
        } catch (MalformedJsonException e) {
            throw errors.corrupt("is damaged: a document cannot be read", e);
        }
    }
}
