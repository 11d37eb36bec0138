package dev.dryrun.history;

import dev.dryrun.json.AppliedMaskingJson;
import dev.dryrun.json.Json;
import dev.dryrun.json.ServerJson;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.SnapshotInfo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A row of the table `snapshot` on its way into the file.
///
/// @param info what it says
/// @param root the id of its documents' root
/// @param schema the id of the root of the schema it belongs to; -1 for none
record SnapshotRow(SnapshotInfo info, long root, long schema) {

    void insert(Connection connection) throws SQLException {
        String sql =
                """
                INSERT INTO snapshot (project_id, database_id, stream, taken_at, root_id,
                                      schema_root_id, masked_columns, server, masking)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            bind(insert);
            insert.executeUpdate();
        }
    }

    /// {@return whether the file has the same already}
    boolean isThere(Connection connection) throws SQLException {
        String sql =
                """
                SELECT 1 FROM snapshot
                WHERE project_id = ? AND database_id = ? AND stream = ? AND taken_at = ?
                  AND root_id = ? AND schema_root_id IS ? AND masked_columns = ? AND server = ?
                  AND masking IS ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        AppliedMasking masking = info.masking();
        statement.setString(1, info.key().projectId());
        statement.setString(2, info.key().databaseId());
        statement.setString(3, info.stream().word());
        statement.setString(4, Timestamps.write(info.takenAt()));
        statement.setLong(5, root);
        statement.setObject(6, schema < 0 ? null : schema);
        statement.setInt(7, info.maskedColumns());
        statement.setString(8, Json.compact(ServerJson.toJson(info.server())));
        statement.setString(
                9, masking == null ? null : Json.compact(AppliedMaskingJson.toJson(masking)));
    }
}
