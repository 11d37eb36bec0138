package dev.dryrun.history;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Takes snapshots out of a file, and with them what only they held.
///
/// @param connection a file open for writing
/// @param errors speaks of it
record Remover(Connection connection, HistoryErrors errors) {

    private static final String SCHEMA = new Stream.Schema().word();

    /// {@return what deleting that snapshot takes}
    Deletion plan(SnapshotKey key, StoredSnapshot named) {
        SnapshotTable table = new SnapshotTable(connection, errors);
        int twins = table.twins(key, named.root()).size() - 1;
        boolean cascade = twins == 0 && named.info().stream().word().equals(SCHEMA);
        List<StoredSnapshot> bound =
                cascade ? table.boundTo(key, named.root()) : List.<StoredSnapshot>of();
        return new Deletion(named.info(), bound.stream().map(StoredSnapshot::info).toList(), twins);
    }

    Deletion delete(SnapshotKey key, Stream stream, SnapshotReference reference) {
        try (Transaction transaction = Transaction.begin(connection, errors)) {
            SnapshotTable table = new SnapshotTable(connection, errors);
            StoredSnapshot named = table.resolve(key, stream, reference);
            Deletion deletion = plan(key, named);
            List<StoredSnapshot> rows = new ArrayList<>(List.of(named));
            if (!deletion.bound().isEmpty()) {
                rows.addAll(table.boundTo(key, named.root()));
            }
            remove(rows);
            collect();
            transaction.commit();
            return deletion;
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    Pruning prune(SnapshotKey key, RetentionRule rule) {
        try (Transaction transaction = Transaction.begin(connection, errors)) {
            SnapshotTable table = new SnapshotTable(connection, errors);
            List<StoredSnapshot> all = table.list(key, SnapshotFilter.ALL);
            RetentionPlan plan = RetentionPlan.of(all, rule);
            remove(plan.removed());
            long bytes = collect();
            transaction.commit();
            return new Pruning(
                    plan.removed().stream().map(StoredSnapshot::info).toList(),
                    plan.pinned().stream().map(StoredSnapshot::info).toList(),
                    bytes);
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Takes out every snapshot of every key that a predicate does not keep.
    void keepOnly(List<StoredSnapshot> all, Predicate<StoredSnapshot> kept) throws SQLException {
        try (Transaction transaction = Transaction.begin(connection, errors)) {
            remove(all.stream().filter(kept.negate()).toList());
            collect();
            transaction.commit();
        }
    }

    /// Rewrites the file so that nothing of what was deleted is left in it or beside it.
    void purge() {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO search (search) VALUES ('optimize')");
            statement.executeUpdate("VACUUM");
            try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                if (row.getInt(1) != 0) {
                    throw new HistoryException(
                            ErrorCode.HISTORY_UNWRITABLE,
                            errors.file() + " still holds deleted bytes: another process reads it",
                            "end that process (an editor's MCP server?) and purge again");
                }
            }
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private void remove(List<StoredSnapshot> rows) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM snapshot WHERE id = ?")) {
            for (StoredSnapshot row : rows) {
                delete.setLong(1, row.id());
                delete.executeUpdate();
            }
        }
    }

    /// Removes roots that no snapshot has, and downwards what nothing else has.
    ///
    /// @return what the documents that went had taken up
    private long collect() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    UPDATE snapshot SET schema_root_id = NULL
                    WHERE schema_root_id NOT IN (SELECT root_id FROM snapshot)
                    """);
            statement.executeUpdate(
                    "DELETE FROM root WHERE id NOT IN (SELECT root_id FROM snapshot)");
            statement.executeUpdate(
                    "DELETE FROM root_node WHERE root_id NOT IN (SELECT id FROM root)");
            statement.executeUpdate(
                    "DELETE FROM node WHERE id NOT IN (SELECT node_id FROM root_node)");
            statement.executeUpdate(
                    "DELETE FROM node_object WHERE node_id NOT IN (SELECT id FROM node)");
            String unused = "id NOT IN (SELECT object_id FROM node_object)";
            statement.executeUpdate(
                    "DELETE FROM search WHERE rowid IN (SELECT id FROM object WHERE "
                            + unused
                            + ")");
            long bytes;
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT coalesce(sum(octet_length(document)"
                                    + " + coalesce(length(texts), 0)), 0) FROM object WHERE "
                                    + unused)) {
                bytes = row.getLong(1);
            }
            statement.executeUpdate("DELETE FROM object WHERE " + unused);
            statement.executeUpdate(
                    "DELETE FROM ref WHERE id NOT IN (SELECT ref_id FROM node_object)");
            return bytes + collectParts(statement);
        }
    }

    /// Documents name their parts; nothing else does.
    private static long collectParts(Statement statement) throws SQLException {
        statement.executeUpdate("CREATE TEMP TABLE used (id INTEGER PRIMARY KEY)");
        statement.executeUpdate(
                """
                INSERT OR IGNORE INTO used
                SELECT t.atom FROM object o, json_tree(o.document) t
                WHERE instr(o.document, '{"$part":') > 0 AND t.key = '$part' AND t.type = 'integer'
                UNION
                SELECT r.atom
                FROM object o, json_each(o.document) s, json_tree(s.value) r
                WHERE o.type = 'node_statistics' AND s.type = 'object' AND r.type = 'integer'
                  AND (r.path = '$.rows' OR r.fullkey = '$.header')
                """);
        long bytes;
        try (ResultSet row =
                statement.executeQuery(
                        "SELECT coalesce(sum(octet_length(text)), 0) FROM part"
                                + " WHERE id NOT IN (SELECT id FROM used)")) {
            bytes = row.getLong(1);
        }
        statement.executeUpdate("DELETE FROM part WHERE id NOT IN (SELECT id FROM used)");
        statement.executeUpdate("DROP TABLE used");
        return bytes;
    }
}
