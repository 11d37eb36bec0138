package dev.dryrun.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/// Cancels on the server what still runs there when this process is told to end (SIGINT, SIGTERM).
///
/// Without it the server would notice only when the query ends: until then it would hold its locks.
public final class CancelOnExit implements AutoCloseable {

    /// A cancellation that meets the moment between two queries is lost, so it is repeated.
    private static final int TRIES = 10;

    private static final long PAUSE_MS = 80;

    private final Connection connection;
    private final Thread hook = new Thread(this::cancel, "dryrun-cancel");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean ending;

    private CancelOnExit(Connection connection) {
        this.connection = connection;
    }

    /// {@return what cancels the queries of a connection until it is closed itself}
    ///
    /// @param connection of ours; stays open
    public static CancelOnExit of(Connection connection) {
        CancelOnExit cancel = new CancelOnExit(connection);
        Runtime.getRuntime().addShutdownHook(cancel.hook);
        return cancel;
    }

    /// {@return whether the process is ending, so that a cancelled query is no surprise}
    boolean ending() {
        return ending;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!ending) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process began to end just now; the hook sees that this is closed.
                return;
            }
        }
    }

    private void cancel() {
        ending = true;
        try {
            for (int i = 0; i < TRIES && closed.getCount() > 0; i++) {
                connection.unwrap(PGConnection.class).cancelQuery();
                if (closed.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // The connection is gone, and with it what ran on it.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
