package dev.dryrun.apply;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.catalog.Catalog;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A database on the shared server that stands for production, captured, and an empty one of the
/// same schema on a server of its own.
///
/// @param production the shared server
/// @param source the captured database
/// @param server the development server; to be closed
/// @param database the empty database
/// @param history what was captured
record Clone(
        PostgresServer production,
        String source,
        PostgresServer server,
        String database,
        Path history)
        implements AutoCloseable {

    static final SnapshotKey KEY = new SnapshotKey("shop", "shop");

    /// @param version of both servers
    /// @param schema run in both
    /// @param rows run in production, before it is analysed
    /// @param folder where `history.db` goes
    static Clone of(PostgresVersion version, String schema, String rows, Path folder) {
        PostgresServer production = PostgresServer.shared(version);
        String source = production.freshDatabase();
        production.execute(source, schema);
        production.execute(source, rows);
        production.execute(source, "VACUUM (ANALYZE)");
        PostgresServer server = PostgresServer.start(version);
        String database = server.freshDatabase();
        server.execute(database, schema);
        Path history = folder.resolve("history.db");
        capture(production.url(source, "postgres"), history);
        return new Clone(production, source, server, database, history);
    }

    static void capture(String url, Path history) {
        Masker masker = Masker.alwaysOn();
        SessionGuards guards =
                new SessionGuards(
                        SessionGuards.DEFAULT.statementTimeout(),
                        SessionGuards.DEFAULT.lockTimeout(),
                        SessionGuards.DEFAULT.idleInTransactionTimeout(),
                        true);
        try (CaptureSession session =
                        CaptureSession.open(ConnectionUri.parse(url, Map.of()), guards);
                HistoryFile file = HistoryFile.openForWriting(history);
                SnapshotWriter writer = file.write(KEY, session.server(), session.takenAt())) {
            Stream schema = new Stream.Schema();
            Stream planner = new Stream.Planner();
            List.of(schema, planner).forEach(writer::begin);
            session.readSchema(object -> writer.add(schema, masker.mask(object)));
            session.readPlanner(statistics -> writer.add(planner, masker.mask(statistics)));
            session.readServerFacts(fact -> writer.add(planner, masker.mask(fact)));
            writer.commit();
        }
    }

    Applied apply(ApplyOptions options) {
        return apply("postgres", options);
    }

    Applied apply(String role, ApplyOptions options) {
        try (Connection connection = server.connect(database, role, null);
                DevDatabase dev = DevDatabase.open(connection, guard());
                Catalog catalog = Catalog.open(history, KEY)) {
            return dev.apply(catalog, options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Undone undo(String role) {
        try (Connection connection = server.connect(database, role, null);
                DevDatabase dev = DevDatabase.open(connection, guard())) {
            return dev.undo();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProductionGuard guard() {
        String identifier =
                String.valueOf(
                        production
                                .query(
                                        "postgres",
                                        "SELECT system_identifier FROM pg_control_system()")
                                .getFirst()
                                .getFirst());
        return new ProductionGuard(Set.of(identifier), false);
    }

    @Override
    public void close() {
        server.close();
        production.execute("postgres", "DROP DATABASE \"" + source + "\" WITH (FORCE)");
    }
}
