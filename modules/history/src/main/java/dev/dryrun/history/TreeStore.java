package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.ObjectRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Stores objects, nodes and roots, each only if the file does not have it yet. Needs an open
/// transaction.
final class TreeStore implements AutoCloseable {

    private final Connection connection;
    private final PartTable parts;
    private final PreparedStatement findRef;
    private final PreparedStatement insertRef;
    private final PreparedStatement findObject;
    private final PreparedStatement insertObject;
    private final PreparedStatement insertSearch;
    private final RowNumbers refs;
    private final RowNumbers objects;

    TreeStore(Connection connection) throws SQLException {
        this.connection = connection;
        parts = new PartTable(connection);
        refs = new RowNumbers(connection, "ref");
        objects = new RowNumbers(connection, "object");
        findRef =
                connection.prepareStatement(
                        "SELECT id FROM ref WHERE kind = ? AND schema = ? AND name = ?");
        insertRef =
                connection.prepareStatement(
                        "INSERT INTO ref (kind, schema, name, bucket, id) VALUES (?, ?, ?, ?, ?)");
        findObject =
                connection.prepareStatement(
                        "SELECT id FROM object WHERE substr(hash, 1, 6) = substr(?1, 1, 6)"
                                + " AND hash = ?1");
        insertObject =
                connection.prepareStatement(
                        "INSERT INTO object (ref_id, hash, type, document, texts, id)"
                                + " VALUES (?, ?, ?, ?, ?, ?)");
        insertSearch =
                connection.prepareStatement("INSERT INTO search (rowid, texts) VALUES (?, ?)");
    }

    /// One document on its way into the file.
    ///
    /// @param about what it is about
    /// @param type the word of its record
    /// @param json the whole document
    /// @param hash of its canonical form
    record Incoming(ObjectRef about, String type, JsonObject json, ContentHash hash) {}

    /// A document in the file.
    ///
    /// @param hash of its canonical form
    /// @param id its object's
    record Stored(ContentHash hash, long id) {}

    /// {@return the document's object}
    ///
    /// @param incoming the document
    /// @param definition whether it defines an object: then it can be searched, and its long texts
    ///   are compressed. Statistics stay in clear, so that one SELECT shows what is masked
    Stored object(Incoming incoming, boolean definition) throws SQLException {
        findObject.setBytes(1, incoming.hash.bytes());
        long known = id(findObject);
        if (known >= 0) {
            return new Stored(incoming.hash, known);
        }
        DocumentShape shape = new DocumentShape(incoming.about, incoming.type);
        PackedDocument packed =
                definition
                        ? PackedDocument.packed(incoming.json, shape, parts)
                        : PackedDocument.plain(incoming.json, shape, parts);
        insertObject.setLong(1, ref(incoming.about));
        insertObject.setBytes(2, incoming.hash.bytes());
        insertObject.setString(3, incoming.type);
        insertObject.setString(4, packed.json());
        insertObject.setBytes(5, packed.texts());
        long id = objects.next();
        insertObject.setLong(6, id);
        insertObject.executeUpdate();
        if (definition) {
            index(id, incoming.about, incoming.json);
        }
        return new Stored(incoming.hash, id);
    }

    /// Makes a definition findable.
    void index(long object, ObjectRef about, JsonObject json) throws SQLException {
        insertSearch.setLong(1, object);
        insertSearch.setString(2, Searchable.lines(about, json));
        insertSearch.executeUpdate();
    }

    /// {@return the id of the root over these documents}
    long root(String stream, Map<ObjectRef, Stored> objects) throws SQLException {
        Map<ObjectRef, ContentHash> hashes = new HashMap<>();
        objects.forEach((ref, stored) -> hashes.put(ref, stored.hash));
        HashTree tree = HashTree.of(stream, hashes);
        long known = idOf("root", tree.root());
        if (known >= 0) {
            return known;
        }
        long root;
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO root (hash, objects) VALUES (?, ?) RETURNING id")) {
            insert.setBytes(1, tree.root().bytes());
            insert.setInt(2, objects.size());
            root = id(insert);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO root_node VALUES (?, ?, ?)")) {
            for (HashTree.Node node : tree.nodes()) {
                insert.setLong(1, root);
                insert.setInt(2, node.bucket());
                insert.setLong(3, node(node, objects));
                insert.executeUpdate();
            }
        }
        return root;
    }

    /// {@return the id of a reference}
    long ref(ObjectRef ref) throws SQLException {
        findRef.setString(1, ref.kind().word());
        findRef.setString(2, ref.name().schema());
        findRef.setString(3, ref.name().name());
        long known = id(findRef);
        if (known >= 0) {
            return known;
        }
        insertRef.setString(1, ref.kind().word());
        insertRef.setString(2, ref.name().schema());
        insertRef.setString(3, ref.name().name());
        insertRef.setInt(4, HashTree.bucket(ref));
        long id = refs.next();
        insertRef.setLong(5, id);
        insertRef.executeUpdate();
        return id;
    }

    @Override
    public void close() throws SQLException {
        findRef.close();
        insertRef.close();
        findObject.close();
        insertObject.close();
        insertSearch.close();
    }

    private long node(HashTree.Node node, Map<ObjectRef, Stored> objects) throws SQLException {
        long known = idOf("node", node.hash());
        if (known >= 0) {
            return known;
        }
        long id;
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO node (hash, bucket) VALUES (?, ?) RETURNING id")) {
            insert.setBytes(1, node.hash().bytes());
            insert.setInt(2, node.bucket());
            id = id(insert);
        }
        // By their number, and the rows then lie together.
        long[] ids =
                node.objects().keySet().stream()
                        .mapToLong(ref -> Objects.requireNonNull(objects.get(ref)).id)
                        .sorted()
                        .toArray();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO node_object SELECT ?, ref_id, id FROM object WHERE id = ?")) {
            for (long object : ids) {
                insert.setLong(1, id);
                insert.setLong(2, object);
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
            return id(select);
        }
    }

    /// {@return the first number that the statement gives, or -1 when it gives no row}
    private static long id(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
