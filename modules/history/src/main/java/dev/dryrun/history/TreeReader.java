package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.TreeJson;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The file as a tree of hashes: roots, nodes, and documents in their canonical bytes, by hash.
///
/// What is handed out has the hash it was asked for, or is refused as HISTORY_CORRUPT. Lives as
/// long as the [HistoryFile] it came from, and is used by the same thread.
public final class TreeReader {

    private final Connection connection;
    private final HistoryErrors errors;
    private final PartTable parts;

    TreeReader(Connection connection, HistoryErrors errors) {
        this.connection = connection;
        this.errors = errors;
        this.parts = new PartTable(connection);
    }

    /// {@return whether the file has a root, and so all that hangs under it}
    ///
    /// @param root its hash
    public boolean hasRoot(ContentHash root) {
        return number("SELECT id FROM root WHERE hash = ?", root) >= 0;
    }

    /// {@return the root of a stream's content}
    ///
    /// @param stream the stream's word, which is part of the root
    /// @param root its hash
    /// @throws HistoryException HISTORY_CORRUPT when what is there has another hash;
    ///   HISTORY_MISSING when nothing is
    public TreeJson.Root root(String stream, ContentHash root) {
        String sql =
                """
                SELECT n.hash FROM root r
                JOIN root_node rn ON rn.root_id = r.id JOIN node n ON n.id = rn.node_id
                WHERE r.hash = ? ORDER BY rn.bucket
                """;
        List<ContentHash> nodes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, root.bytes());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    nodes.add(ContentHash.ofBytes(row.getBytes(1)));
                }
            }
        } catch (SQLException e) {
            throw errors.of(e);
        }
        if (nodes.isEmpty() && !hasRoot(root)) {
            throw new HistoryException(
                    ErrorCode.HISTORY_MISSING,
                    "a snapshot of the stream " + stream + " was deleted meanwhile",
                    "run the command again");
        }
        TreeJson.Root read = new TreeJson.Root(stream, nodes);
        if (!ContentHash.of(TreeJson.toJson(read)).equals(root)) {
            throw errors.corrupt("is damaged: a snapshot has another hash than it says");
        }
        return read;
    }

    /// {@return the node with a hash, or empty when the file has none}
    ///
    /// @param node its hash
    /// @throws HistoryException HISTORY_CORRUPT when what is there has another hash
    public Optional<HashTree.Node> node(ContentHash node) {
        String sql =
                """
                SELECT r.kind, r.schema, r.name, o.hash, n.bucket FROM node n
                CROSS JOIN node_object no ON no.node_id = n.id
                CROSS JOIN ref r ON r.id = no.ref_id
                CROSS JOIN object o ON o.id = no.object_id
                WHERE n.hash = ?
                """;
        SortedMap<ObjectRef, ContentHash> entries = new TreeMap<>();
        int bucket = 0;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, node.bytes());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.put(ref(row), ContentHash.ofBytes(row.getBytes(4)));
                    bucket = row.getInt(5);
                }
            }
        } catch (SQLException e) {
            throw errors.of(e);
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        if (!ContentHash.of(TreeJson.toJson(bucket, entries)).equals(node)) {
            throw errors.corrupt("is damaged: a node has another hash than it says");
        }
        return Optional.of(new HashTree.Node(bucket, node, entries));
    }

    /// {@return whether the file has a document}
    ///
    /// @param about what it must be about
    /// @param hash its hash
    public boolean has(ObjectRef about, ContentHash hash) {
        return objectOf(connection, about, hash, errors) >= 0;
    }

    /// {@return the canonical bytes of a document}
    ///
    /// @param hash its hash
    /// @throws HistoryException HISTORY_CORRUPT when what is there has another hash, or nothing is
    public byte[] document(ContentHash hash) {
        String sql =
                """
                SELECT r.kind, r.schema, r.name, o.type, o.document, o.texts
                FROM object o JOIN ref r ON r.id = o.ref_id
                WHERE substr(o.hash, 1, 6) = substr(?1, 1, 6) AND o.hash = ?1
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, hash.bytes());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    byte[] canonical =
                            Json.canonical(
                                    new PackedDocument(row.getString(5), row.getBytes(6))
                                            .unpacked(
                                                    new DocumentShape(ref(row), row.getString(4)),
                                                    parts));
                    if (ContentHash.of(canonical).equals(hash)) {
                        return canonical;
                    }
                }
            }
        } catch (SQLException e) {
            throw errors.of(e);
        } catch (MalformedJsonException e) {
            throw errors.corrupt("is damaged: a document cannot be read", e);
        }
        throw errors.corrupt("is damaged: a document has another hash than it says");
    }

    /// {@return the nodes of a root that none of the other roots has}
    ///
    /// @param root its hash
    /// @param others hashes of other roots of the file
    public List<ContentHash> newNodes(ContentHash root, Collection<ContentHash> others) {
        String sql =
                """
                SELECT n.hash FROM root r
                JOIN root_node rn ON rn.root_id = r.id JOIN node n ON n.id = rn.node_id
                WHERE r.hash = unhex(?1) AND NOT EXISTS (
                    SELECT 1 FROM json_each(?2) other
                    CROSS JOIN root t ON t.hash = unhex(other.value)
                    CROSS JOIN root_node tn ON tn.root_id = t.id AND tn.bucket = rn.bucket
                    WHERE tn.node_id = rn.node_id)
                ORDER BY rn.bucket
                """;
        return hashes(sql, root.hex(), array(others));
    }

    /// {@return the documents of a node that none of the other roots has}
    ///
    /// @param node its hash
    /// @param others hashes of other roots of the file
    public List<ContentHash> newDocuments(ContentHash node, Collection<ContentHash> others) {
        String sql =
                """
                WITH known AS (
                    SELECT no.object_id FROM (
                        SELECT DISTINCT tn.node_id FROM json_each(?2) other
                        CROSS JOIN root t ON t.hash = unhex(other.value)
                        CROSS JOIN root_node tn ON tn.root_id = t.id
                            AND tn.bucket = (SELECT bucket FROM node WHERE hash = unhex(?1))) kn
                    CROSS JOIN node_object no ON no.node_id = kn.node_id)
                SELECT DISTINCT o.hash FROM node n
                JOIN node_object no ON no.node_id = n.id JOIN object o ON o.id = no.object_id
                WHERE n.hash = unhex(?1) AND no.object_id NOT IN (SELECT object_id FROM known)
                """;
        return hashes(sql, node.hex(), array(others));
    }

    /// {@return those that the file has, of some documents by hash}
    ///
    /// @param hashes of documents
    public Set<ContentHash> present(Collection<ContentHash> hashes) {
        String sql =
                """
                SELECT o.hash FROM json_each(?1) wanted
                CROSS JOIN object o
                    ON substr(o.hash, 1, 6) = substr(unhex(wanted.value), 1, 6)
                    AND o.hash = unhex(wanted.value)
                """;
        return new HashSet<>(hashes(sql, array(hashes)));
    }

    /// {@return the row of the document about an object with a hash, or -1}
    static long objectOf(
            Connection connection, ObjectRef about, ContentHash hash, HistoryErrors errors) {
        String sql =
                """
                SELECT o.id FROM object o JOIN ref r ON r.id = o.ref_id
                WHERE substr(o.hash, 1, 6) = substr(?1, 1, 6) AND o.hash = ?1
                  AND r.kind = ?2 AND r.schema = ?3 AND r.name = ?4
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, hash.bytes());
            select.setString(2, about.kind().word());
            select.setString(3, about.name().schema());
            select.setString(4, about.name().name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private static String array(Collection<ContentHash> hashes) {
        return Json.compact(JsonArray.ofStrings(hashes.stream().map(ContentHash::hex).toList()));
    }

    private List<ContentHash> hashes(String sql, String... parameters) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<ContentHash> hashes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hashes.add(ContentHash.ofBytes(row.getBytes(1)));
                }
            }
            return hashes;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private long number(String sql, ContentHash hash) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, hash.bytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
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
}
