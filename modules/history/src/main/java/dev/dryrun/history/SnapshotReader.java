package dev.dryrun.history;

import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.Json;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SnapshotInfo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What one snapshot holds, fetched document by document: memory does not grow with the schema.
///
/// Lives as long as the [HistoryFile] it came from, and is used by the same thread.
public final class SnapshotReader {

    private static final String OBJECTS =
            """
            FROM root r
            JOIN root_node rn ON rn.root_id = r.id
            JOIN node_object no ON no.node_id = rn.node_id
            JOIN object o ON o.id = no.object_id
            WHERE r.hash = ?
            """;

    private final Connection connection;
    private final HistoryErrors errors;
    private final SnapshotInfo snapshot;
    private final byte[] root;

    SnapshotReader(Connection connection, HistoryErrors errors, SnapshotInfo snapshot) {
        this.connection = connection;
        this.errors = errors;
        this.snapshot = snapshot;
        this.root = HexFormat.of().parseHex(snapshot.hash());
    }

    /// {@return which snapshot this is}
    public SnapshotInfo snapshot() {
        return snapshot;
    }

    /// {@return the document about this object, or empty when the snapshot has none}
    ///
    /// Costs the same however many documents there are: only the object's node is looked at.
    ///
    /// @param about the object
    public Optional<Document> document(ObjectRef about) {
        String sql =
                "SELECT o.document "
                        + OBJECTS
                        + "AND rn.bucket = ? AND o.kind = ? AND o.schema = ? AND o.name = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setInt(2, HashTree.bucket(about));
            select.setString(3, about.kind().word());
            select.setString(4, about.name().schema());
            select.setString(5, about.name().name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(document(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Hands over every document about objects of a kind, by schema, then name.
    ///
    /// @param kind which kind
    /// @param consumer takes one at a time
    public void forEach(ObjectKind kind, Consumer<Document> consumer) {
        String sql = "SELECT o.document " + OBJECTS + "AND o.kind = ? ORDER BY o.schema, o.name";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setString(2, kind.word());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    consumer.accept(document(row.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// {@return what the documents are about, by kind, schema and name}
    public List<ObjectRef> refs() {
        String sql =
                "SELECT o.kind, o.schema, o.name " + OBJECTS + "ORDER BY o.kind, o.schema, o.name";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            List<ObjectRef> refs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    refs.add(ref(row));
                }
            }
            return refs;
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
        // CROSS JOIN keeps the order: from the few objects of that name to their place in the tree.
        String sql =
                """
                SELECT o.kind, o.schema, o.name
                FROM object o
                CROSS JOIN root r ON r.hash = ?
                CROSS JOIN root_node rn ON rn.root_id = r.id
                CROSS JOIN node_object no ON no.node_id = rn.node_id AND no.object_id = o.id
                WHERE o.name = ?
                ORDER BY o.kind, o.schema
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root);
            select.setString(2, name);
            List<ObjectRef> refs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    refs.add(ref(row));
                }
            }
            return refs;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private ObjectRef ref(ResultSet row) throws SQLException {
        ObjectKind kind =
                ObjectKind.ofWord(row.getString(1))
                        .orElseThrow(() -> errors.corrupt("is damaged: unknown kind of object"));
        return new ObjectRef(kind, new QualifiedName(row.getString(2), row.getString(3)));
    }

    private Document document(String text) {
        try {
            return DocumentJson.fromJson(Json.parse(text));
        } catch (MalformedJsonException e) {
            throw errors.corrupt("is damaged: a document cannot be read", e);
        }
    }
}
