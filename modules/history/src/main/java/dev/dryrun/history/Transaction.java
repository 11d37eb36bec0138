package dev.dryrun.history;

import dev.dryrun.model.HistoryException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// One change of the file: all of it or nothing, and one process at a time.
///
/// The lock is SQLite's own: the system drops it when its process dies, however it dies, and a
/// second lock beside it could only disagree. What SQLite cannot say is who holds it; a note beside
/// the file does.
final class Transaction implements AutoCloseable {

    private final Connection connection;
    private final HistoryErrors errors;
    private final WriterNote note;
    private boolean open = true;

    private Transaction(Connection connection, HistoryErrors errors, WriterNote note) {
        this.connection = connection;
        this.errors = errors;
        this.note = note;
    }

    /// Takes the lock, waiting as long as the connection's busy timeout says.
    ///
    /// @throws HistoryException HISTORY_UNWRITABLE when another writer keeps it
    static Transaction begin(Connection connection, HistoryErrors errors) {
        WriterNote note = new WriterNote(errors.file());
        try {
            execute(connection, "BEGIN IMMEDIATE");
        } catch (SQLException e) {
            throw errors.of(e);
        }
        note.leave();
        return new Transaction(connection, errors, note);
    }

    void commit() throws SQLException {
        execute(connection, "COMMIT");
        HistoryOpener.keepLog(connection);
        end();
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        end();
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // A full disk makes SQLite roll back by itself, and a second time is an error to it.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw errors.of(e);
            }
        }
    }

    private void end() {
        open = false;
        note.remove();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
