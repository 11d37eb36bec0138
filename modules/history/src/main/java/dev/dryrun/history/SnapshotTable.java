package dev.dryrun.history;

import dev.dryrun.json.AppliedMaskingJson;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.ServerJson;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the rows of `snapshot`.
///
/// @param connection an open file
/// @param errors speaks of it
record SnapshotTable(Connection connection, HistoryErrors errors) {

    private static final String SELECT =
            """
            SELECT s.id, s.root_id, coalesce(s.schema_root_id, 0), s.stream, r.hash, s.taken_at,
                   s.server, s.masked_columns, r.objects, s.masking
            FROM snapshot s JOIN root r ON r.id = s.root_id
            WHERE s.project_id = ?1 AND s.database_id = ?2
            """;

    private static final String NEWEST_FIRST = " ORDER BY s.taken_at DESC, s.id DESC";

    /// {@return the snapshots of a stream, newest first}
    List<StoredSnapshot> of(SnapshotKey key, Stream stream, int limit, int offset) {
        String sql = SELECT + "AND s.stream = ?3" + NEWEST_FIRST + " LIMIT ?4 OFFSET ?5";
        return rows(key, sql, stream.word(), limit, offset);
    }

    /// {@return the newest snapshot of a stream up to a moment, if there is one}
    List<StoredSnapshot> upTo(SnapshotKey key, Stream stream, Instant time) {
        return rows(
                key,
                SELECT + "AND s.stream = ?3 AND s.taken_at <= ?4" + NEWEST_FIRST + " LIMIT 1",
                stream.word(),
                Timestamps.write(time));
    }

    /// {@return the snapshots that a filter lets through, newest first, then by stream and hash}
    List<StoredSnapshot> list(SnapshotKey key, SnapshotFilter filter) {
        Instant since = filter.since();
        return rows(
                key,
                SELECT
                        + """
                        AND (?3 IS NULL
                             OR substr(s.stream, 1, instr(s.stream || ':', ':') - 1) = ?3)
                        AND (?4 IS NULL OR substr(s.stream, instr(s.stream || ':', ':') + 1) = ?4)
                        AND (?5 IS NULL OR s.taken_at >= ?5)
                        ORDER BY s.taken_at DESC, s.stream, hex(r.hash), s.id DESC LIMIT ?6
                        """,
                filter.kind(),
                filter.node(),
                since == null ? null : Timestamps.write(since),
                filter.limit() == 0 ? -1 : filter.limit());
    }

    /// {@return every snapshot of a key with its schema's hash, oldest first, schemas first}
    List<BoundSnapshot> bound(SnapshotKey key) {
        String sql = SELECT + "ORDER BY s.taken_at, s.stream <> 'schema', s.stream, s.id";
        Map<Long, String> hashes = new HashMap<>();
        List<StoredSnapshot> rows = rows(key, sql);
        rows.forEach(row -> hashes.put(row.root(), row.info().hash()));
        List<BoundSnapshot> bound = new ArrayList<>();
        for (StoredSnapshot row : rows) {
            bound.add(new BoundSnapshot(row.info(), hashes.get(row.schemaRoot())));
        }
        return bound;
    }

    /// {@return all snapshots of a key that are bound to a schema's root, newest first}
    List<StoredSnapshot> boundTo(SnapshotKey key, long schemaRoot) {
        return rows(key, SELECT + "AND s.schema_root_id = ?3" + NEWEST_FIRST, schemaRoot);
    }

    /// {@return all snapshots of a key with this root, newest first}
    List<StoredSnapshot> twins(SnapshotKey key, long root) {
        return rows(key, SELECT + "AND s.root_id = ?3" + NEWEST_FIRST, root);
    }

    /// {@return the snapshot that a reference names}
    ///
    /// @throws HistoryException HISTORY_MISSING when it names none; USAGE when it names several
    StoredSnapshot resolve(SnapshotKey key, Stream stream, SnapshotReference reference) {
        List<StoredSnapshot> found =
                switch (reference) {
                    case SnapshotReference.Latest(int back) -> of(key, stream, 1, back);
                    case SnapshotReference.AtOrBefore(Instant time) -> upTo(key, stream, time);
                    case SnapshotReference.HashPrefix(String digits) -> withPrefix(key, digits);
                };
        if (found.isEmpty()) {
            throw new HistoryException(
                    ErrorCode.HISTORY_MISSING,
                    "no snapshot of " + key + " is " + words(stream, reference),
                    "list what there is with: dryrun snapshot list");
        }
        return found.getFirst();
    }

    private List<StoredSnapshot> withPrefix(SnapshotKey key, String digits) {
        List<StoredSnapshot> found =
                rows(
                        key,
                        SELECT + "AND substr(lower(hex(r.hash)), 1, ?4) = ?3" + NEWEST_FIRST,
                        digits,
                        digits.length());
        List<String> hashes =
                found.stream().map(row -> row.info().hash()).distinct().sorted().toList();
        if (hashes.size() > 1) {
            throw new HistoryException(
                    ErrorCode.USAGE,
                    digits + " begins " + hashes.size() + " hashes: " + String.join(", ", hashes),
                    "write more digits");
        }
        return found;
    }

    private static String words(Stream stream, SnapshotReference reference) {
        return switch (reference) {
            case SnapshotReference.Latest(int back) ->
                    stream.word() + (back == 0 ? " latest" : " latest~" + back);
            case SnapshotReference.AtOrBefore(Instant time) ->
                    stream.word() + " at or before " + time;
            case SnapshotReference.HashPrefix(String digits) -> digits;
        };
    }

    private List<StoredSnapshot> rows(SnapshotKey key, String sql, @Nullable Object... more) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.projectId());
            statement.setString(2, key.databaseId());
            for (int i = 0; i < more.length; i++) {
                statement.setObject(i + 3, more[i]);
            }
            List<StoredSnapshot> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    row(key, row).ifPresent(rows::add);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private Optional<StoredSnapshot> row(SnapshotKey key, ResultSet row) throws SQLException {
        Optional<Stream> stream = Stream.ofWord(row.getString(4));
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try {
            SnapshotInfo info =
                    new SnapshotInfo(
                            key,
                            stream.get(),
                            ContentHash.ofBytes(row.getBytes(5)).hex(),
                            Timestamps.read(row.getString(6)),
                            ServerJson.fromJson(Json.parse(row.getString(7))),
                            row.getInt(8),
                            row.getInt(9),
                            masking(row.getString(10)));
            return Optional.of(
                    new StoredSnapshot(row.getLong(1), row.getLong(2), row.getLong(3), info));
        } catch (MalformedJsonException | DateTimeException e) {
            throw errors.corrupt("is damaged: a snapshot's row cannot be read", e);
        }
    }

    private static @Nullable AppliedMasking masking(@Nullable String json)
            throws MalformedJsonException {
        return json == null ? null : AppliedMaskingJson.fromJson(Json.parse(json));
    }
}
