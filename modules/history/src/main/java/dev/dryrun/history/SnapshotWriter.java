package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.masking.Masked;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.Document;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes the snapshots of one capture: all of them become visible at [#commit], or none does.
///
/// Documents are stored as they come; only their hashes stay in memory. Closing without a commit
/// leaves the file as it was. Not safe for concurrent calls.
public final class SnapshotWriter implements AutoCloseable {

    private static final String SCHEMA = new Stream.Schema().word();

    private final Connection connection;
    private final HistoryErrors errors;
    private final Origin origin;
    private final Map<Stream, Collected> streams = new LinkedHashMap<>();
    private final IdentityHashMap<Stream, Collected> given = new IdentityHashMap<>();
    private final Transaction transaction;
    private final TreeStore store;

    /// Where and when the snapshots were taken.
    ///
    /// @param key whose they are
    /// @param server where
    /// @param takenAt when
    /// @param masking by what rules they were masked; null when nobody said
    record Origin(
            SnapshotKey key, ServerInfo server, Instant takenAt, @Nullable AppliedMasking masking) {

        /// {@return the rules; null for a stream that holds no value of a column}
        @Nullable AppliedMasking maskingOf(Stream stream) {
            return switch (stream) {
                case Stream.Schema _, Stream.Planner _ -> masking;
                case Stream.Activity _, Stream.Query _ -> null;
            };
        }
    }

    /// What a stream has so far.
    private static final class Collected {
        private final Map<ObjectRef, TreeStore.Stored> objects = new HashMap<>();
        private final boolean definitions;
        private int maskedColumns;
        private @Nullable String expectedHash;
        private @Nullable Long root;

        Collected(Stream stream) {
            definitions = stream.word().equals(SCHEMA);
        }
    }

    SnapshotWriter(Connection connection, HistoryErrors errors, Origin origin) {
        this.connection = connection;
        this.errors = errors;
        this.origin = origin;
        transaction = Transaction.begin(connection, errors);
        try {
            store = new TreeStore(connection);
        } catch (SQLException e) {
            transaction.close();
            throw errors.of(e);
        }
    }

    /// Begins a stream, so that it has a snapshot even if no document follows.
    ///
    /// @param stream which line of history
    public void begin(Stream stream) {
        collected(stream);
    }

    /// Demands that a stream's documents together have this hash, as an import does of documents
    /// that came with one: otherwise [#commit] refuses.
    ///
    /// @param stream which line of history
    /// @param hash the hash that came with the documents, as [SnapshotInfo#hash]
    public void expect(Stream stream, String hash) {
        collected(stream).expectedHash = hash;
    }

    /// Stores a document in a stream's new snapshot.
    ///
    /// @param stream which line of history
    /// @param masked the document; about an object that no other document of this stream is about
    public void add(Stream stream, Masked<? extends Document> masked) {
        add(stream, PreparedDocument.of(masked));
    }

    /// Stores a document in a stream's new snapshot.
    ///
    /// @param stream which line of history
    /// @param document about an object that no other document of this stream is about
    public void add(Stream stream, PreparedDocument document) {
        Collected collected = collected(stream);
        if (collected.root != null) {
            throw new IllegalStateException(stream.word() + " was finished");
        }
        collected.maskedColumns += document.maskedColumns();
        try {
            TreeStore.Stored stored = store.object(document.incoming(), collected.definitions);
            if (collected.objects.put(document.about(), stored) != null) {
                throw new IllegalArgumentException(document.about() + " came twice");
            }
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// A stream is told by its record, which takes long to compare: each one given is looked up so
    /// once.
    private Collected collected(Stream stream) {
        return given.computeIfAbsent(stream, one -> streams.computeIfAbsent(one, Collected::new));
    }

    /// Says that a stream has all its documents, so that its tree is made while others still come;
    /// [#commit] makes the trees of the rest.
    ///
    /// @param stream which line of history
    public void finish(Stream stream) {
        Collected collected = collected(stream);
        try {
            rootOf(stream, collected);
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private long rootOf(Stream stream, Collected collected) throws SQLException {
        Long known = collected.root;
        if (known != null) {
            return known;
        }
        long root = store.root(stream.word(), collected.objects);
        collected.root = root;
        return root;
    }

    /// {@return the new snapshots, one for each stream, in the order the streams began}
    ///
    /// Afterwards they are on disk and visible to every reader. Statistics and activity are bound
    /// to the schema that came with them, else to the newest.
    ///
    /// @throws HistoryException INPUT_UNREADABLE when a stream has not the hash that was expected
    public List<SnapshotInfo> commit() {
        try {
            Map<Stream, Long> roots = new LinkedHashMap<>();
            for (Map.Entry<Stream, Collected> entry : streams.entrySet()) {
                roots.put(entry.getKey(), rootOf(entry.getKey(), entry.getValue()));
            }
            Long schema = roots.get(new Stream.Schema());
            long bound = schema == null ? newestSchema() : schema;
            List<SnapshotInfo> snapshots = new ArrayList<>();
            for (Map.Entry<Stream, Long> entry : roots.entrySet()) {
                snapshots.add(insert(entry.getKey(), entry.getValue(), bound));
            }
            transaction.commit();
            return snapshots;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    @Override
    public void close() {
        try (transaction) {
            store.close();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private SnapshotInfo insert(Stream stream, long root, long schema) throws SQLException {
        Collected collected = Objects.requireNonNull(streams.get(stream));
        String hash = hashOf(root);
        if (collected.expectedHash != null && !collected.expectedHash.equals(hash)) {
            throw new HistoryException(
                    ErrorCode.INPUT_UNREADABLE,
                    "the documents have the hash " + hash + ", not " + collected.expectedHash,
                    "they were altered after they were dumped; dump them again");
        }
        SnapshotInfo info =
                new SnapshotInfo(
                        origin.key,
                        stream,
                        hash,
                        origin.takenAt,
                        origin.server,
                        collected.maskedColumns,
                        collected.objects.size(),
                        origin.maskingOf(stream));
        long belongsTo = stream.word().equals(SCHEMA) ? -1 : schema;
        new SnapshotRow(info, root, belongsTo).insert(connection);
        return info;
    }

    private String hashOf(long root) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT hash FROM root WHERE id = ?")) {
            select.setLong(1, root);
            try (ResultSet row = select.executeQuery()) {
                return ContentHash.ofBytes(row.getBytes(1)).hex();
            }
        }
    }

    /// {@return the root of this key's newest schema, or -1 when there is none}
    private long newestSchema() throws SQLException {
        String sql =
                """
                SELECT root_id FROM snapshot
                WHERE project_id = ? AND database_id = ? AND stream = ?
                ORDER BY taken_at DESC, id DESC LIMIT 1
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, origin.key.projectId());
            select.setString(2, origin.key.databaseId());
            select.setString(3, SCHEMA);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }
}
