package dev.dryrun.capture;

import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/// Runs what may be refused without losing the transaction: in a savepoint that is rolled back in
/// any case, so that the locks it took are let go.
///
/// @param connection in a transaction
record Savepoints(Connection connection) {

    private static final String NO_PRIVILEGE = "42501";
    private static final String LOCKED = "55P03";

    /// Reads something whole.
    ///
    /// @param <T> what
    interface Read<T> {
        T read() throws SQLException;
    }

    /// {@return what was read; absent with the reason NO_PRIVILEGE or LOCKED}
    ///
    /// @param read leaves no rows open
    /// @throws SQLException for every other reason
    <T> Reading<T> read(Read<T> read) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            T value = read.read();
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
            return Reading.measured(value);
        } catch (SQLException e) {
            Reason reason = reason(e);
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
            return Reading.absent(reason);
        }
    }

    private static Reason reason(SQLException e) throws SQLException {
        return switch (String.valueOf(e.getSQLState())) {
            case NO_PRIVILEGE -> Reason.NO_PRIVILEGE;
            case LOCKED -> Reason.LOCKED;
            default -> throw e;
        };
    }
}
