package dev.dryrun.history;

import dev.dryrun.model.HistoryException;
import dev.dryrun.model.SnapshotKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Writes selected snapshots to a file of their own.
///
/// @param connection the file they are in
/// @param errors speaks of it
record Exporter(Connection connection, HistoryErrors errors) {

    /// Makes the file: a copy of one moment, without what was not selected, not even as free pages.
    ///
    /// @param target must not exist
    /// @param keys those the file has
    /// @param kept says which snapshots go along
    void export(Path target, List<SnapshotKey> keys, Predicate<StoredSnapshot> kept) {
        HistoryErrors speaking = new HistoryErrors(target);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (Files.exists(target)) {
                throw speaking.exists();
            }
            Files.deleteIfExists(part);
            Files.createFile(part, PrivateFiles.file(part));
            try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
                copy.setString(1, part.toString());
                copy.executeUpdate();
            }
            strip(part, keys, kept);
            Files.move(part, target);
        } catch (SQLException e) {
            throw speaking.of(e);
        } catch (IOException e) {
            throw speaking.unwritable("the file system refused", e);
        } finally {
            discard(part);
        }
    }

    private static void strip(Path part, List<SnapshotKey> keys, Predicate<StoredSnapshot> kept)
            throws SQLException {
        HistoryErrors speaking = new HistoryErrors(part);
        try (Connection copy = new HistoryOpener(part, speaking).forWriting()) {
            SnapshotTable table = new SnapshotTable(copy, speaking);
            List<StoredSnapshot> all = new ArrayList<>();
            keys.forEach(key -> all.addAll(table.list(key, SnapshotFilter.ALL)));
            Remover remover = new Remover(copy, speaking);
            remover.keepOnly(all, kept);
            remover.purge();
            // One file, also while it is read: whoever gets it may have no room beside it.
            try (Statement statement = copy.createStatement()) {
                statement.executeUpdate("PRAGMA journal_mode = DELETE");
            }
        }
    }

    private void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            HistoryException error = errors.unwritable("a partial export cannot be removed", e);
            System.getLogger(Exporter.class.getName())
                    .log(System.Logger.Level.WARNING, error.what());
        }
    }
}
