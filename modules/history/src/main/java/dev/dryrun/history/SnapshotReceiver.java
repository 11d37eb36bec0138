package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.HashTree;
import dev.dryrun.masking.Masked;
import dev.dryrun.model.Document;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SharingException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.Stream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Writes one snapshot that was captured elsewhere: it becomes visible at [#commit], whole and as
/// it was, or not at all.
///
/// Closing without a commit leaves the file as it was. Not safe for concurrent calls.
public final class SnapshotReceiver implements AutoCloseable {

    private final Connection connection;
    private final HistoryErrors errors;
    private final BoundSnapshot snapshot;
    private final boolean definitions;
    private final Map<ObjectRef, TreeStore.Stored> objects = new HashMap<>();
    private final Transaction transaction;
    private final TreeStore store;

    SnapshotReceiver(Connection connection, HistoryErrors errors, BoundSnapshot snapshot) {
        this.connection = connection;
        this.errors = errors;
        this.snapshot = snapshot;
        this.definitions = snapshot.info().stream() instanceof Stream.Schema;
        transaction = Transaction.begin(connection, errors);
        try {
            store = new TreeStore(connection);
        } catch (SQLException e) {
            transaction.close();
            throw errors.of(e);
        }
    }

    /// Takes a document that the file has already.
    ///
    /// @param about what it is about
    /// @param hash its hash
    /// @return whether the file has it; else it is to be [#add]ed
    public boolean reuse(ObjectRef about, ContentHash hash) {
        long id = TreeReader.objectOf(connection, about, hash, errors);
        if (id >= 0) {
            objects.put(about, new TreeStore.Stored(hash, id, HashTree.bucket(about)));
        }
        return id >= 0;
    }

    /// Stores a document.
    ///
    /// @param masked what came, held to its hash
    public void add(Masked<? extends Document> masked) {
        PreparedDocument document = PreparedDocument.of(masked);
        try {
            objects.put(document.about(), store.object(document.incoming(), definitions));
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Makes the snapshot visible, on disk.
    ///
    /// @return false when the file has it already; then nothing was written
    /// @throws SharingException STORE_CORRUPT when the documents together have not the snapshot's
    ///   hash
    public boolean commit() {
        SnapshotInfo info = snapshot.info();
        try {
            long root = rootOf(info.hash());
            if (root < 0) {
                root = store.root(info.stream().word(), objects);
            }
            if (rootOf(info.hash()) != root) {
                throw new SharingException(
                        ErrorCode.STORE_CORRUPT,
                        "the documents of the snapshot of "
                                + info.takenAt()
                                + " have not the hash "
                                + info.hash(),
                        "nothing was taken from it; push it again with --full");
            }
            String schemaHash = snapshot.schemaHash();
            long schema = schemaHash == null ? -1 : rootOf(schemaHash);
            // Two pulls at the same time bring the same.
            SnapshotRow row = new SnapshotRow(info, root, schema);
            if (row.isThere(connection)) {
                return false;
            }
            row.insert(connection);
            transaction.commit();
            return true;
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

    private long rootOf(String hash) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM root WHERE hash = unhex(?)")) {
            select.setString(1, hash);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }
}
