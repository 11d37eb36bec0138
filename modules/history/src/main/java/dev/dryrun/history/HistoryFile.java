package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.ServerJson;
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

    /// {@return the file, open for reading; nothing is created or changed}
    ///
    /// @param file where it is
    /// @throws HistoryException HISTORY_MISSING when it is not there, HISTORY_CORRUPT when it is
    ///   not what it should be, HISTORY_TOO_NEW when a newer DryRun wrote it
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
                connection, errors, new SnapshotWriter.Origin(key, server, takenAt));
    }

    /// {@return the snapshots of a stream, newest first}
    ///
    /// @param key whose
    /// @param stream which line of history
    /// @param limit how many at the most
    public List<SnapshotInfo> snapshots(SnapshotKey key, Stream stream, int limit) {
        String sql =
                """
                SELECT r.hash, s.taken_at, s.server, s.masked_columns, r.objects
                FROM snapshot s JOIN root r ON r.id = s.root_id
                WHERE s.project_id = ? AND s.database_id = ? AND s.stream = ?
                ORDER BY s.taken_at DESC, s.id DESC LIMIT ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.projectId());
            statement.setString(2, key.databaseId());
            statement.setString(3, stream.word());
            statement.setInt(4, limit);
            List<SnapshotInfo> snapshots = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    snapshots.add(info(key, stream, row));
                }
            }
            return snapshots;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// {@return the newest snapshot of a stream, or empty when there is none}
    ///
    /// @param key whose
    /// @param stream which line of history
    public Optional<SnapshotInfo> newest(SnapshotKey key, Stream stream) {
        return snapshots(key, stream, 1).stream().findFirst();
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

    private SnapshotInfo info(SnapshotKey key, Stream stream, ResultSet row) throws SQLException {
        try {
            return new SnapshotInfo(
                    key,
                    stream,
                    ContentHash.ofBytes(row.getBytes(1)).hex(),
                    Timestamps.read(row.getString(2)),
                    ServerJson.fromJson(Json.parse(row.getString(3))),
                    row.getInt(4),
                    row.getInt(5));
        } catch (MalformedJsonException | java.time.DateTimeException e) {
            throw errors.corrupt("is damaged: a snapshot's row cannot be read", e);
        }
    }
}
