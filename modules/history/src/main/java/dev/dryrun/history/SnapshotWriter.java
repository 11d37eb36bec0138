package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.Json;
import dev.dryrun.json.ServerJson;
import dev.dryrun.masking.Masked;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the snapshots of one capture: all of them become visible at [#commit], or none does.
///
/// Documents are stored as they come; only their hashes stay in memory. Closing without a commit
/// leaves the file as it was. Not safe for concurrent calls.
public final class SnapshotWriter implements AutoCloseable {

    private final Connection connection;
    private final HistoryErrors errors;
    private final Origin origin;
    private final Map<Stream, Collected> streams = new LinkedHashMap<>();
    private final PreparedStatement insertObject;

    /// Where and when the snapshots were taken.
    ///
    /// @param key whose they are
    /// @param server where
    /// @param takenAt when
    record Origin(SnapshotKey key, ServerInfo server, Instant takenAt) {}

    /// What a stream has so far.
    private static final class Collected {
        private final Map<ObjectRef, ContentHash> objects = new HashMap<>();
        private int maskedColumns;
    }

    SnapshotWriter(Connection connection, HistoryErrors errors, Origin origin) {
        this.connection = connection;
        this.errors = errors;
        this.origin = origin;
        try {
            connection.setAutoCommit(false);
            insertObject =
                    connection.prepareStatement(
                            """
                            INSERT INTO object (hash, type, kind, schema, name, document)
                            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING
                            """);
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Begins a stream, so that it has a snapshot even if no document follows.
    ///
    /// @param stream which line of history
    public void begin(Stream stream) {
        streams.computeIfAbsent(stream, _ -> new Collected());
    }

    /// Stores a document in a stream's new snapshot.
    ///
    /// @param stream which line of history
    /// @param masked the document; about an object that no other document of this stream is about
    public void add(Stream stream, Masked<? extends Document> masked) {
        Document document = masked.document();
        byte[] bytes = Json.canonical(DocumentJson.toJson(document));
        ContentHash hash = ContentHash.of(bytes);
        ObjectRef ref = document.about();
        Collected collected = streams.computeIfAbsent(stream, _ -> new Collected());
        if (collected.objects.put(ref, hash) != null) {
            throw new IllegalArgumentException(ref + " came twice");
        }
        collected.maskedColumns += masked.maskedColumns();
        try {
            insertObject.setBytes(1, hash.bytes());
            insertObject.setString(2, DocumentJson.type(document));
            insertObject.setString(3, ref.kind().word());
            insertObject.setString(4, ref.name().schema());
            insertObject.setString(5, ref.name().name());
            insertObject.setString(6, new String(bytes, StandardCharsets.UTF_8));
            insertObject.executeUpdate();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// {@return the new snapshots, one for each stream, in the order the streams began}
    ///
    /// Afterwards they are on disk and visible to every reader.
    public List<SnapshotInfo> commit() {
        try {
            List<SnapshotInfo> snapshots = new ArrayList<>();
            for (Map.Entry<Stream, Collected> entry : streams.entrySet()) {
                snapshots.add(store(entry.getKey(), entry.getValue()));
            }
            connection.commit();
            return snapshots;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    @Override
    public void close() {
        try {
            insertObject.close();
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private SnapshotInfo store(Stream stream, Collected collected) throws SQLException {
        HashTree tree = HashTree.of(stream.word(), collected.objects);
        long root = storeRoot(tree, collected.objects.size());
        String sql =
                """
                INSERT INTO snapshot (project_id, database_id, stream, taken_at, root_id,
                                      masked_columns, server)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, origin.key.projectId());
            insert.setString(2, origin.key.databaseId());
            insert.setString(3, stream.word());
            insert.setString(4, Timestamps.write(origin.takenAt));
            insert.setLong(5, root);
            insert.setInt(6, collected.maskedColumns);
            insert.setString(7, Json.compact(ServerJson.toJson(origin.server)));
            insert.executeUpdate();
        }
        return new SnapshotInfo(
                origin.key,
                stream,
                tree.root().hex(),
                origin.takenAt,
                origin.server,
                collected.maskedColumns,
                collected.objects.size());
    }

    private long storeRoot(HashTree tree, int objects) throws SQLException {
        long known = idOf("root", tree.root());
        if (known >= 0) {
            return known;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO root (hash, objects) VALUES (?, ?)")) {
            insert.setBytes(1, tree.root().bytes());
            insert.setInt(2, objects);
            insert.executeUpdate();
        }
        long root = idOf("root", tree.root());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO root_node VALUES (?, ?, ?)")) {
            for (HashTree.Node node : tree.nodes()) {
                insert.setLong(1, root);
                insert.setInt(2, node.bucket());
                insert.setLong(3, storeNode(node));
                insert.executeUpdate();
            }
        }
        return root;
    }

    private long storeNode(HashTree.Node node) throws SQLException {
        long known = idOf("node", node.hash());
        if (known >= 0) {
            return known;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO node (hash, bucket) VALUES (?, ?)")) {
            insert.setBytes(1, node.hash().bytes());
            insert.setInt(2, node.bucket());
            insert.executeUpdate();
        }
        long id = idOf("node", node.hash());
        String sql = "INSERT INTO node_object SELECT ?, id FROM object WHERE hash = ?";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (ContentHash object : node.objects().values()) {
                insert.setLong(1, id);
                insert.setBytes(2, object.bytes());
                insert.executeUpdate();
            }
        }
        return id;
    }

    /// {@return the id of a root or a node, or -1 when the file does not have it}
    private long idOf(String table, ContentHash hash) throws SQLException {
        String sql = "SELECT id FROM " + table + " WHERE hash = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, hash.bytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }
}
