package dev.dryrun.history;

import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.Document;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SnapshotInfo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one snapshot holds, fetched document by document: memory does not grow with the schema.
///
/// Lives as long as the [HistoryFile] it came from, and is used by the same thread.
public final class SnapshotReader {

    /// From the names, whose index has the order, to their places in the tree: nothing is sorted,
    /// so nothing is gathered. The parameter: the root's hash.
    private static final String PLACES =
            """
            FROM ref r
            CROSS JOIN root ON root.hash = ?
            CROSS JOIN root_node rn ON rn.root_id = root.id AND rn.bucket = r.bucket
            CROSS JOIN node_object no ON no.node_id = rn.node_id AND no.ref_id = r.id
            """;

    private static final String REFS = "SELECT r.kind, r.schema, r.name\n" + PLACES;

    private static final String DOCUMENTS =
            "SELECT r.kind, r.schema, r.name, o.type, o.document, o.texts\n"
                    + PLACES
                    + "CROSS JOIN object o ON o.id = no.object_id\n";

    /// What hangs under nodes that the second root does not have, less what the second root has all
    /// the same in the node of the same bucket. The parameters: the roots' hashes.
    private static final String DIFFERING =
            """
            SELECT r.kind, r.schema, r.name, o.type, o.document, o.texts
            FROM root one
            CROSS JOIN root two ON one.hash = ?1 AND two.hash = ?2
            CROSS JOIN root_node rn ON rn.root_id = one.id
            LEFT JOIN root_node tn ON tn.root_id = two.id AND tn.bucket = rn.bucket
            CROSS JOIN node_object no ON no.node_id = rn.node_id
            CROSS JOIN ref r ON r.id = no.ref_id
            CROSS JOIN object o ON o.id = no.object_id
            WHERE rn.node_id IS NOT tn.node_id
              AND NOT EXISTS (
                SELECT 1 FROM node_object t
                WHERE t.node_id = tn.node_id AND t.ref_id = no.ref_id
                  AND t.object_id = no.object_id)
            """;

    /// To look for more names in every row takes longer than to read all rows.
    private static final int NAMES_MOST = 100;

    private final Connection connection;
    private final HistoryErrors errors;
    private final SnapshotInfo snapshot;
    private final byte[] root;
    private final PartTable parts;

    SnapshotReader(Connection connection, HistoryErrors errors, SnapshotInfo snapshot) {
        this.connection = connection;
        this.errors = errors;
        this.snapshot = snapshot;
        this.root = HexFormat.of().parseHex(snapshot.hash());
        this.parts = new PartTable(connection);
    }

    /// {@return which snapshot this is}
    public SnapshotInfo snapshot() {
        return snapshot;
    }

    /// {@return the document about this object, or empty when the snapshot has none}
    ///
    /// Costs the same however many documents there are.
    ///
    /// @param about the object
    /// @throws HistoryException HISTORY_MISSING when the snapshot was deleted meanwhile
    public Optional<Document> document(ObjectRef about) {
        return json(about).map(this::document);
    }

    /// {@return the JSON of the document about this object, or empty when the snapshot has none}
    ///
    /// @param about the object
    Optional<JsonObject> json(ObjectRef about) {
        String sql = DOCUMENTS + "WHERE r.kind = ? AND r.schema = ? AND r.name = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setString(2, about.kind().word());
            select.setString(3, about.name().schema());
            select.setString(4, about.name().name());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return Optional.of(json(row));
                }
            }
            demandRoot();
            return Optional.empty();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Hands over every document about objects of a kind, by schema, then name.
    ///
    /// @param kind which kind
    /// @param consumer takes one at a time
    /// @throws HistoryException HISTORY_MISSING when the snapshot was deleted meanwhile
    public void forEach(ObjectKind kind, Consumer<Document> consumer) {
        String sql = DOCUMENTS + "WHERE r.kind = ? ORDER BY r.schema, r.name";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setString(2, kind.word());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    consumer.accept(document(json(row)));
                }
            }
            demandRoot();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// {@return what the documents are about, by kind, schema and name}
    public List<ObjectRef> refs() {
        List<ObjectRef> refs = new ArrayList<>();
        forEachRef(refs::add);
        return refs;
    }

    /// Hands over what the documents are about, by kind, schema and name.
    ///
    /// @param consumer takes one at a time
    public void forEachRef(Consumer<ObjectRef> consumer) {
        String sql = REFS + "ORDER BY r.kind, r.schema, r.name";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            refs(select, consumer);
            demandRoot();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// {@return what documents with this name are about, whatever their kind and schema, by kind
    /// and schema}
    ///
    /// Costs the same however many documents there are.
    ///
    /// @param name exactly as the catalogue stores it
    public List<ObjectRef> named(String name) {
        String sql = REFS + "WHERE r.name = ? ORDER BY r.kind, r.schema";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setString(2, name);
            List<ObjectRef> refs = new ArrayList<>();
            refs(select, refs::add);
            demandRoot();
            return refs;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Hands over what a search may find: everything in whose texts the words stand, and some in
    /// which they do not, so that the caller still has to compare. In no order.
    ///
    /// Words of three characters and more are looked up in an index; for fewer, every definition is
    /// looked at.
    ///
    /// @param scope where to look
    /// @param consumer takes one at a time
    public void search(SearchScope scope, Consumer<Searchable> consumer) {
        String trigrams = scope.trigrams();
        String sql = scope.sql(trigrams.isEmpty());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setString(2, scope.schema());
            select.setString(3, scope.topKind());
            if (!trigrams.isEmpty()) {
                select.setString(4, trigrams);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Searchable.of(ref(row), json(row)).forEach(consumer);
                }
            }
            demandRoot();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Hands over the documents that another snapshot does not have, or has otherwise.
    ///
    /// Subtrees that both snapshots have are not looked into: this costs what differs, however much
    /// there is. In no order.
    ///
    /// @param other a snapshot of the same file
    /// @param consumer takes one at a time
    /// @throws HistoryException HISTORY_MISSING when a snapshot was deleted meanwhile
    public void differing(SnapshotReader other, Consumer<Document> consumer) {
        differing(other, DIFFERING, null, consumer);
    }

    private void differing(
            SnapshotReader other, String sql, @Nullable String kind, Consumer<Document> consumer) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setBytes(2, other.root);
            if (kind != null) {
                select.setString(3, kind);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    consumer.accept(document(json(row)));
                }
            }
            demandRoot();
            other.demandRoot();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Hands over the documents about objects of a kind that another snapshot does not have, or has
    /// otherwise, as [#differing(SnapshotReader, Consumer)] does. Those of other kinds are not
    /// read.
    ///
    /// @param other a snapshot of the same file
    /// @param kind which kind
    /// @param consumer takes one at a time
    /// @throws HistoryException HISTORY_MISSING when a snapshot was deleted meanwhile
    public void differing(SnapshotReader other, ObjectKind kind, Consumer<Document> consumer) {
        differing(other, DIFFERING + "  AND r.kind = ?3", kind.word(), consumer);
    }

    /// {@return the hash of every document, 64 hexadecimal digits, by what it is about}
    ///
    /// @throws HistoryException HISTORY_MISSING when the snapshot was deleted meanwhile
    public Map<ObjectRef, String> hashes() {
        String sql =
                "SELECT r.kind, r.schema, r.name, o.hash\n"
                        + PLACES
                        + "CROSS JOIN object o ON o.id = no.object_id\n";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            Map<ObjectRef, String> hashes = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hashes.put(ref(row), HexFormat.of().formatHex(row.getBytes(4)));
                }
            }
            demandRoot();
            return hashes;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Hands over the documents that hold one of these texts and something that they depend on: all
    /// that may depend on an object so called, and some that do not, so that the caller still has
    /// to look. In no order.
    ///
    /// Looks at every row of the snapshot, but reads those only in which a text stands.
    ///
    /// @param names the objects' own names
    /// @param consumer takes one at a time
    /// @throws HistoryException HISTORY_MISSING when the snapshot was deleted meanwhile
    public void mentioning(Collection<String> names, Consumer<Document> consumer) {
        String texts =
                Json.compact(
                        JsonArray.of(
                                names, name -> new JsonString(Json.compact(new JsonString(name)))));
        String sql =
                DOCUMENTS
                        + """
                        WHERE instr(o.document, '"depends_on"') > 0
                          AND (?2 > ?3 OR EXISTS (SELECT 1 FROM json_each(?4) t
                                                  WHERE instr(o.document, t.value) > 0))
                        """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setInt(2, names.size());
            select.setInt(3, NAMES_MOST);
            select.setString(4, texts);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    consumer.accept(document(json(row)));
                }
            }
            demandRoot();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// {@return the partitions of a table, those of its partitions left out, by kind, schema and
    /// name}
    ///
    /// Looks at every table of the snapshot, but reads none.
    ///
    /// @param parent the partitioned table
    /// @throws HistoryException HISTORY_MISSING when the snapshot was deleted meanwhile
    public List<ObjectRef> partitions(QualifiedName parent) {
        String sql =
                "SELECT r.kind, r.schema, r.name\n"
                        + PLACES
                        + """
                        CROSS JOIN object o ON o.id = no.object_id
                        WHERE r.kind IN ('table', 'foreign_table')
                          AND instr(o.document, '"partition_of"') > 0
                          AND json_extract(o.document, '$.partition_of.schema') = ?
                          AND json_extract(o.document, '$.partition_of.name') = ?
                        ORDER BY r.kind, r.schema, r.name
                        """;
        List<ObjectRef> partitions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setString(2, parent.schema());
            select.setString(3, parent.name());
            refs(select, partitions::add);
            demandRoot();
            return partitions;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private void refs(PreparedStatement select, Consumer<ObjectRef> consumer) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                consumer.accept(ref(row));
            }
        }
    }

    /// "Not there" and "no longer there" are two answers.
    private void demandRoot() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM root WHERE hash = ?")) {
            select.setBytes(1, root);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw errors.deleted(snapshot);
                }
            }
        }
    }

    private ObjectRef ref(ResultSet row) throws SQLException {
        ObjectKind kind =
                ObjectKind.ofWord(row.getString(1))
                        .orElseThrow(() -> errors.corrupt("is damaged: unknown kind of object"));
        return new ObjectRef(kind, new QualifiedName(row.getString(2), row.getString(3)));
    }

    private Document document(JsonObject json) {
        try {
            return DocumentJson.fromJson(json);
        } catch (MalformedJsonException e) {
            throw errors.corrupt("is damaged: a document cannot be read", e);
        }
    }

    private JsonObject json(ResultSet row) throws SQLException {
        try {
            return new PackedDocument(row.getString(5), row.getBytes(6))
                    .unpacked(new DocumentShape(ref(row), row.getString(4)), parts);
        } catch (MalformedJsonException e) {
            throw errors.corrupt("is damaged: a document cannot be read", e);
        }
    }
}
