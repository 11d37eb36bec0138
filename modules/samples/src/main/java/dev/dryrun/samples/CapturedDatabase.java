package dev.dryrun.samples;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.catalog.Catalog;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.testkit.DemoServer;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A database on the shared server of its version, and a `history.db` with what was captured of it
/// as the role of `dryrun-readonly-role.sql`.
///
/// Closing removes the database and the file. One thread at a time.
public final class CapturedDatabase implements AutoCloseable {

    private static final String READER = "dryrun_reader";
    private static final SnapshotKey KEY = new SnapshotKey("sample", "sample");
    private static final Stream NODE = new Stream.Activity("primary");

    private final PostgresServer server;
    private final String database;
    private final Path folder;

    private CapturedDatabase(PostgresServer server, String database, Path folder) {
        this.server = server;
        this.database = database;
        this.folder = folder;
    }

    /// Makes a database and captures it.
    ///
    /// @param version on which server
    /// @param sql what to make in the empty database, all in one transaction
    /// @return the database, captured once
    public static CapturedDatabase of(PostgresVersion version, String sql) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        try {
            CapturedDatabase captured =
                    new CapturedDatabase(
                            server, database, Files.createTempDirectory("dryrun-sample-"));
            captured.letReaderIn();
            captured.execute(sql);
            captured.capture();
            return captured;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the demo database and captures it.
    ///
    /// @param version on which server
    /// @return the database, analysed, captured once
    public static CapturedDatabase ofDemo(PostgresVersion version) {
        CapturedDatabase captured = of(version, DemoServer.schema());
        captured.execute("VACUUM (ANALYZE)");
        captured.capture();
        return captured;
    }

    /// {@return the file that holds the captures}
    public Path historyFile() {
        return folder.resolve(".dryrun").resolve("history.db");
    }

    /// {@return under what the captures are filed}
    public SnapshotKey key() {
        return KEY;
    }

    /// {@return the newest capture, to be closed by the caller}
    public Catalog open() {
        return Catalog.open(historyFile(), KEY);
    }

    /// Runs statements as the superuser. What is captured stays as it is until [#capture].
    ///
    /// @param sql one or more, all in one transaction; what cannot run in one must come alone
    public void execute(String sql) {
        server.execute(database, sql);
    }

    /// {@return a connection URL of the database for the reading role, without a password}
    public String url() {
        return server.url(database, READER);
    }

    /// Captures the database again: schema, statistics and activity of one snapshot.
    public void capture() {
        Masker masker = Masker.alwaysOn();
        try (CaptureSession session =
                        CaptureSession.open(
                                ConnectionUri.parse(url(), Map.of()), SessionGuards.DEFAULT);
                HistoryFile history = HistoryFile.openForWriting(historyFile());
                SnapshotWriter writer =
                        history.write(KEY, session.server(), session.takenAt(), masker.applied())) {
            Stream schema = new Stream.Schema();
            Stream planner = new Stream.Planner();
            List.of(schema, planner, NODE).forEach(writer::begin);
            session.readSchema(object -> writer.add(schema, masker.mask(object)));
            session.readPlanner(statistics -> writer.add(planner, masker.mask(statistics)));
            session.readSequences(sequence -> writer.add(planner, masker.mask(sequence)));
            session.readServerFacts(fact -> writer.add(planner, masker.mask(fact)));
            session.readActivity(activity -> writer.add(NODE, masker.mask(activity)));
            writer.add(NODE, masker.mask(session.readNode()));
            writer.commit();
        }
    }

    /// Removes the database and the file.
    @Override
    public void close() {
        server.execute("postgres", "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        try (java.util.stream.Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Roles are common to a server's databases: two tests that make one at once would collide.
    private void letReaderIn() throws IOException {
        Path root = Path.of(System.getProperty("dryrun.root", "../.."));
        String script = Files.readString(root.resolve("dryrun-readonly-role.sql"));
        synchronized (server) {
            execute(script);
        }
    }
}
