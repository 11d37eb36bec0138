package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// A snapshot of one session that others can see too, while it is in its transaction.
///
/// @param id as `pg_export_snapshot` gave it
/// @param server tells that server from every other: a name may stand for several
record SharedSnapshot(String id, String server) {

    /// Where a snapshot cannot be shared; says why.
    static final class NotSharedException extends Exception {

        private static final long serialVersionUID = 1;

        private final String reason;

        NotSharedException(String reason) {
            super(reason);
            this.reason = reason;
        }

        /// {@return why, in a few words}
        String reason() {
            return reason;
        }
    }

    /// {@return the session's own snapshot, exported}
    ///
    /// @param connection in its transaction
    /// @param guards as the session has them
    static SharedSnapshot of(Connection connection, SessionGuards guards)
            throws SQLException, NotSharedException {
        // Behind a pooler, two connections of ours may be one of the server's, or of two servers.
        if (new SessionStart(connection, guards).pooled()) {
            throw new NotSharedException("a pooler stands between");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
            row.next();
            return new SharedSnapshot(row.getString(1), server(connection));
        } catch (SQLException e) {
            // Only outside of any savepoint can a snapshot be exported: the transaction is lost.
            connection.rollback();
            connection.setAutoCommit(true);
            new SessionStart(connection, guards).begin();
            throw new NotSharedException("the server refused to export a snapshot");
        }
    }

    /// {@return one more connection, in a transaction that sees this snapshot}
    ///
    /// @throws NotSharedException when there is none to be had; says why in a few words
    Connection connect(Connector connector, SessionGuards guards) throws NotSharedException {
        @Nullable Connection connection = null;
        try {
            connection = connector.connect();
            new SessionStart(connection, guards).begin(this);
            if (!server(connection).equals(server)) {
                throw new NotSharedException("the next connection led to another server");
            }
            return connection;
        } catch (CaptureException e) {
            throw new NotSharedException(e.what());
        } catch (SQLException e) {
            close(connection);
            throw new NotSharedException("the server refused to share its snapshot");
        } catch (NotSharedException e) {
            close(connection);
            throw e;
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It was of no use before, either.
                return;
            }
        }
    }

    private static String server(Connection connection) throws SQLException {
        String sql = "SELECT pg_postmaster_start_time()::text || ' ' || current_database()";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
