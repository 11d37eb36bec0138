package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
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

    /// How many objects of a transaction are remembered: more than most captures have.
    private static final int REMEMBERED = 100_000;

    private final Connection connection;
    private final PartTable parts;
    private final PreparedStatement findRef;
    private final RowBatch insertRef;
    private final PreparedStatement findObject;
    private final RowBatch insertObject;
    private final RowBatch insertSearch;
    private final RowNumbers refs;
    private final RowNumbers objects;

    // What this transaction found or added; what it added may still wait to be written. When it
    // becomes too much it is forgotten, and the file is asked.
    private final Map<ObjectRef, Long> knownRefs = new HashMap<>();
    private final Map<ContentHash, Long> added = new HashMap<>();
    private boolean forgotten;

    TreeStore(Connection connection) throws SQLException {
        this.connection = connection;
        parts = new PartTable(connection);
        refs = new RowNumbers(connection, "ref");
        objects = new RowNumbers(connection, "object");
        findRef =
                connection.prepareStatement(
                        "SELECT id FROM ref WHERE kind = ? AND schema = ? AND name = ?");
        insertRef =
                new RowBatch(
                        connection,
                        "INSERT INTO ref (kind, schema, name, bucket, id) VALUES (?, ?, ?, ?, ?)");
        findObject =
                connection.prepareStatement(
                        "SELECT id FROM object WHERE substr(hash, 1, 6) = substr(?1, 1, 6)"
                                + " AND hash = ?1");
        insertObject =
                new RowBatch(
                        connection,
                        "INSERT INTO object (ref_id, hash, type, document, texts, id)"
                                + " VALUES (?, ?, ?, ?, ?, ?)");
        insertSearch = new RowBatch(connection, "INSERT INTO search (rowid, texts) VALUES (?, ?)");
    }

    /// One document on its way into the file.
    ///
    /// @param about what it is about
    /// @param type the word of its record
    /// @param json the whole document
    /// @param hash of its canonical form
    /// @param bucket where it belongs in a tree
    record Incoming(ObjectRef about, String type, JsonObject json, ContentHash hash, int bucket) {

        Incoming(ObjectRef about, String type, JsonObject json, ContentHash hash) {
            this(about, type, json, hash, HashTree.bucket(about));
        }
    }

    /// A document in the file.
    ///
    /// @param hash of its canonical form
    /// @param id its object's
    /// @param bucket where it belongs in a tree
    record Stored(ContentHash hash, long id, int bucket) {}

    /// {@return the document's object}
    ///
    /// @param incoming the document
    /// @param definition whether it defines an object: then it can be searched, and its long texts
    ///   are compressed. Statistics stay in clear, so that one SELECT shows what is masked
    Stored object(Incoming incoming, boolean definition) throws SQLException {
        long known = find(incoming.hash);
        if (known >= 0) {
            return new Stored(incoming.hash, known, incoming.bucket);
        }
        DocumentShape shape = new DocumentShape(incoming.about, incoming.type);
        PackedDocument packed =
                definition
                        ? PackedDocument.packed(incoming.json, shape, parts)
                        : PackedDocument.plain(incoming.json, shape, parts);
        long id = objects.next();
        PreparedStatement row = insertObject.row();
        row.setLong(1, ref(incoming.about, incoming.bucket));
        row.setBytes(2, incoming.hash.bytes());
        row.setString(3, incoming.type);
        row.setString(4, packed.json());
        row.setBytes(5, packed.texts());
        row.setLong(6, id);
        insertObject.add();
        added.put(incoming.hash, id);
        if (added.size() == REMEMBERED) {
            flush();
            added.clear();
            knownRefs.clear();
            forgotten = true;
        }
        if (definition) {
            index(id, incoming.about, incoming.json);
        }
        return new Stored(incoming.hash, id, incoming.bucket);
    }

    /// {@return the number of the object with that hash; -1 when there is none}
    private long find(ContentHash hash) throws SQLException {
        Long own = added.get(hash);
        if (own != null) {
            return own;
        }
        if (objects.startedEmpty() && !forgotten) {
            return -1;
        }
        findObject.setBytes(1, hash.bytes());
        return id(findObject);
    }

    /// Makes a definition findable.
    void index(long object, ObjectRef about, JsonObject json) throws SQLException {
        insertSearch.row().setLong(1, object);
        insertSearch.row().setString(2, Searchable.lines(about, json));
        insertSearch.add();
    }

    /// Writes what still waits, so that queries see it.
    void flush() throws SQLException {
        insertRef.flush();
        insertObject.flush();
        insertSearch.flush();
    }

    /// {@return the id of the root over these documents}
    long root(String stream, Map<ObjectRef, Stored> objects) throws SQLException {
        flush();
        HashTree.Builder leaves = HashTree.builder(stream);
        objects.forEach((ref, stored) -> leaves.add(stored.bucket, ref, stored.hash));
        HashTree tree = leaves.build();
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
        return ref(ref, HashTree.bucket(ref));
    }

    private long ref(ObjectRef ref, int bucket) throws SQLException {
        Long known = knownRefs.get(ref);
        if (known != null) {
            return known;
        }
        long id = refs.startedEmpty() && !forgotten ? -1 : find(ref);
        if (id < 0) {
            id = refs.next();
            PreparedStatement row = insertRef.row();
            row.setString(1, ref.kind().word());
            row.setString(2, ref.name().schema());
            row.setString(3, ref.name().name());
            row.setInt(4, bucket);
            row.setLong(5, id);
            insertRef.add();
        }
        knownRefs.put(ref, id);
        return id;
    }

    private long find(ObjectRef ref) throws SQLException {
        findRef.setString(1, ref.kind().word());
        findRef.setString(2, ref.name().schema());
        findRef.setString(3, ref.name().name());
        return id(findRef);
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
        JsonArray ids =
                JsonArray.of(
                        node.objects().keySet().stream()
                                .map(ref -> Objects.requireNonNull(objects.get(ref)).id)
                                .sorted()
                                .toList(),
                        JsonNumber::of);
        String sql =
                """
                INSERT INTO node_object SELECT ?, object.ref_id, object.id
                FROM json_each(?) AS one JOIN object ON object.id = one.value
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setString(2, Json.compact(ids));
            insert.executeUpdate();
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
