package dev.dryrun.history;

import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// An open `history.db`.
///
/// Shape: any number of snapshots, each of one stream of one key, each a hash tree; equal documents
/// are stored once. A reader never waits for a writer and sees whole snapshots only.
///
/// Not safe for concurrent calls; open one for each thread. Every method may throw
/// [HistoryException] when the file turns out to be damaged.
public final class HistoryFile implements AutoCloseable {

    /// The version of the format this code writes, and the newest it reads.
    public static final int FORMAT = HistoryOpener.VERSION;

    private final Connection connection;
    private final HistoryErrors errors;

    private HistoryFile(Connection connection, HistoryErrors errors) {
        this.connection = connection;
        this.errors = errors;
    }

    /// {@return the file, open for reading; nothing is created, and nothing changed unless it has
    /// an older format: that is brought up to date first}
    ///
    /// @param file where it is
    /// @throws HistoryException HISTORY_MISSING when it is not there, HISTORY_CORRUPT when it is
    ///   not what it should be, HISTORY_TOO_NEW when a newer DryRun wrote it, HISTORY_TOO_OLD when
    ///   it has an older format and cannot be written
    public static HistoryFile openForReading(Path file) {
        HistoryErrors errors = new HistoryErrors(file);
        return new HistoryFile(new HistoryOpener(file, errors).forReading(), errors);
    }

    /// {@return the file, open for writing; it and its folder are made, private to the user, when
    /// they are not there}
    ///
    /// @param file where it is or will be
    /// @throws HistoryException as [#openForReading], and HISTORY_UNWRITABLE
    public static HistoryFile openForWriting(Path file) {
        HistoryErrors errors = new HistoryErrors(file);
        return new HistoryFile(new HistoryOpener(file, errors).forWriting(), errors);
    }

    /// {@return a writer of new snapshots; nothing is visible before its commit}
    ///
    /// @param key whose they are
    /// @param server where they were taken
    /// @param takenAt when, by the server's clock
    /// @throws HistoryException HISTORY_UNWRITABLE when another process is writing
    public SnapshotWriter write(SnapshotKey key, ServerInfo server, Instant takenAt) {
        return new SnapshotWriter(
                connection, errors, new SnapshotWriter.Origin(key, server, takenAt, null));
    }

    /// {@return a writer of new snapshots that say by what rules they were masked}
    ///
    /// @param key whose they are
    /// @param server where they were taken
    /// @param takenAt when, by the server's clock
    /// @param masking the rules of the masker that every document goes through
    /// @throws HistoryException HISTORY_UNWRITABLE when another process is writing
    public SnapshotWriter write(
            SnapshotKey key, ServerInfo server, Instant takenAt, AppliedMasking masking) {
        return new SnapshotWriter(
                connection, errors, new SnapshotWriter.Origin(key, server, takenAt, masking));
    }

    /// {@return the snapshots of a stream, newest first}
    ///
    /// @param key whose
    /// @param stream which line of history
    /// @param limit how many at the most
    public List<SnapshotInfo> snapshots(SnapshotKey key, Stream stream, int limit) {
        return infos(table().of(key, stream, limit, 0));
    }

    /// {@return the snapshots of every stream that a filter lets through, newest first; those of
    /// one moment by stream, then hash}
    ///
    /// @param key whose
    /// @param filter which
    public List<SnapshotInfo> list(SnapshotKey key, SnapshotFilter filter) {
        return infos(table().list(key, filter));
    }

    /// {@return the snapshot that a reference names}
    ///
    /// @param key whose
    /// @param stream which line of history; a hash prefix may name one of another
    /// @param reference how it is named
    /// @throws HistoryException HISTORY_MISSING when it names none, USAGE when it names several
    public SnapshotInfo resolve(SnapshotKey key, Stream stream, SnapshotReference reference) {
        return table().resolve(key, stream, reference).info();
    }

    /// {@return what [#delete] would take}
    ///
    /// @param key whose
    /// @param stream which line of history; a hash prefix may name one of another
    /// @param reference how it is named
    /// @throws HistoryException as [#resolve]
    public Deletion plan(SnapshotKey key, Stream stream, SnapshotReference reference) {
        return new Remover(connection, errors).plan(key, table().resolve(key, stream, reference));
    }

    /// Deletes one snapshot, and, with the last one of a schema, the statistics and activity bound
    /// to it. Freed room is used again; [#purge] makes the file smaller.
    ///
    /// @param key whose
    /// @param stream which line of history; a hash prefix may name one of another
    /// @param reference how it is named
    /// @return what went
    /// @throws HistoryException as [#resolve], and HISTORY_UNWRITABLE
    public Deletion delete(SnapshotKey key, Stream stream, SnapshotReference reference) {
        return new Remover(connection, errors).delete(key, stream, reference);
    }

    /// {@return what [#prune] would take; its bytes are none, as nothing went}
    ///
    /// @param key whose
    /// @param rule what stays
    public Pruning plan(SnapshotKey key, RetentionRule rule) {
        RetentionPlan plan = RetentionPlan.of(table().list(key, SnapshotFilter.ALL), rule);
        return new Pruning(infos(plan.removed()), infos(plan.pinned()), 0);
    }

    /// Deletes what a rule lets go.
    ///
    /// @param key whose
    /// @param rule what stays
    /// @return what went
    /// @throws HistoryException HISTORY_UNWRITABLE when another process is writing
    public Pruning prune(SnapshotKey key, RetentionRule rule) {
        return new Remover(connection, errors).prune(key, rule);
    }

    /// Rewrites the file so that no byte of what was deleted is left in it or beside it.
    ///
    /// @throws HistoryException HISTORY_UNWRITABLE when another process writes or reads
    public void purge() {
        new Remover(connection, errors).purge();
    }

    /// Writes selected snapshots, with all they hold, to a `history.db` of their own.
    ///
    /// @param target the new file
    /// @param kept says which snapshots go along
    /// @throws HistoryException HISTORY_UNWRITABLE when the file exists or cannot be written
    public void export(Path target, Predicate<SnapshotInfo> kept) {
        new Exporter(connection, errors).export(target, keys(), row -> kept.test(row.info()));
    }

    /// {@return the newest snapshot of a stream, or empty when there is none}
    ///
    /// @param key whose
    /// @param stream which line of history
    public Optional<SnapshotInfo> newest(SnapshotKey key, Stream stream) {
        return snapshots(key, stream, 1).stream().findFirst();
    }

    /// {@return the newest snapshot of a stream up to a moment, or empty when there is none}
    ///
    /// @param key whose
    /// @param stream which line of history
    /// @param time the moment, included
    public Optional<SnapshotInfo> newest(SnapshotKey key, Stream stream, Instant time) {
        return infos(table().upTo(key, stream, time)).stream().findFirst();
    }

    /// {@return the streams that have a snapshot, by their word}
    ///
    /// @param key whose
    public List<Stream> streams(SnapshotKey key) {
        String sql =
                """
                SELECT DISTINCT stream FROM snapshot
                WHERE project_id = ? AND database_id = ? ORDER BY stream
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.projectId());
            statement.setString(2, key.databaseId());
            List<Stream> streams = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Stream.ofWord(row.getString(1)).ifPresent(streams::add);
                }
            }
            return streams;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// {@return the keys that have a snapshot, by project, then database}
    public List<SnapshotKey> keys() {
        String sql = "SELECT DISTINCT project_id, database_id FROM snapshot ORDER BY 1, 2";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<SnapshotKey> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(new SnapshotKey(row.getString(1), row.getString(2)));
            }
            return keys;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// {@return what a snapshot holds}
    ///
    /// @param snapshot one that this file listed
    public SnapshotReader read(SnapshotInfo snapshot) {
        return new SnapshotReader(connection, errors, snapshot);
    }

    /// {@return every snapshot of every stream with the schema that it belongs to, oldest first,
    /// the schema of one moment before what was captured with it}
    ///
    /// @param key whose
    public List<BoundSnapshot> bound(SnapshotKey key) {
        return table().bound(key);
    }

    /// {@return the file as a tree of hashes, for moving snapshots as they are}
    public TreeReader tree() {
        return new TreeReader(connection, errors);
    }

    /// {@return a writer of one snapshot that was captured elsewhere; nothing is visible before its
    /// commit}
    ///
    /// @param snapshot what it is, under the key it is to have here
    /// @throws HistoryException HISTORY_UNWRITABLE when another process is writing
    public SnapshotReceiver receive(BoundSnapshot snapshot) {
        return new SnapshotReceiver(connection, errors, snapshot);
    }

    /// {@return a number that changes whenever another connection has written to the file}
    public long changeCount() {
        try (PreparedStatement statement = connection.prepareStatement("PRAGMA data_version");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private SnapshotTable table() {
        return new SnapshotTable(connection, errors);
    }

    private static List<SnapshotInfo> infos(List<StoredSnapshot> rows) {
        return rows.stream().map(StoredSnapshot::info).toList();
    }
}
