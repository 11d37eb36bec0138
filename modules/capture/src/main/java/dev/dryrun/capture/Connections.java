package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// Connections for others: a capture itself never writes, and this module cannot.
public final class Connections {

    private static final int PREPARE_THRESHOLD = 5;

    private Connections() {}

    /// {@return a connection that may write, made the way a capture's is: for the one command that
    /// writes to a development database}
    ///
    /// @param target where to connect and as whom
    /// @throws CaptureException SERVER_UNREACHABLE, AUTHENTICATION_FAILED or DATABASE_MISSING when
    ///   there is no connection
    public static Connection readWrite(ConnectionTarget target) {
        ServerErrors errors = new ServerErrors(target);
        Connection connection = new Connector(target, errors).connect();
        try {
            connection.setReadOnly(false);
            connection.unwrap(PGConnection.class).setPrepareThreshold(PREPARE_THRESHOLD);
            return connection;
        } catch (SQLException e) {
            throw errors.connecting(e);
        }
    }
}
