package dev.dryrun.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL server with a data folder of its own, on a free port of the loopback interface
/// and on a Unix socket.
///
/// The superuser is `postgres`. Locale `C`, encoding UTF-8, time zone UTC; nothing is synced to
/// disk. Closing removes the server and its data; so does the end of this process, however it ends.
/// Any thread may use it; starting, stopping and closing are for one thread at a time.
public final class PostgresServer implements AutoCloseable {

    private static final int PORT_TRIES = 8;

    // One server per version for all tests of this process: a boot costs more than most tests.
    private static final Map<PostgresVersion, PostgresServer> SHARED = new ConcurrentHashMap<>();

    private final PostgresVersion version;
    private final PostgresOptions options;
    private final Path binaries;
    private final Path home;
    private final boolean shared;
    private final AtomicInteger databases = new AtomicInteger();
    private volatile int port;
    private volatile @Nullable ServerProcess process;

    private PostgresServer(
            PostgresVersion version,
            PostgresOptions options,
            Path binaries,
            Path home,
            boolean shared) {
        this.version = version;
        this.options = options;
        this.binaries = binaries;
        this.home = home;
        this.shared = shared;
    }

    /// Boots a server.
    ///
    /// @param version which one
    /// @return it, taking connections
    public static PostgresServer start(PostgresVersion version) {
        return start(version, PostgresOptions.NONE);
    }

    /// Boots a server that is set up in a special way.
    ///
    /// @param version which one
    /// @param options how
    /// @return it, taking connections
    public static PostgresServer start(PostgresVersion version, PostgresOptions options) {
        return boot(version, options, false);
    }

    /// Gives the one server of that version that all tests of this process share, with
    /// `pg_stat_statements` preloaded. Use [#freshDatabase()] on it; roles are common to all.
    /// Stopping or closing it is refused; it ends with the process.
    ///
    /// @param version which one
    /// @return it, taking connections
    public static PostgresServer shared(PostgresVersion version) {
        return SHARED.computeIfAbsent(
                version,
                absent ->
                        boot(
                                absent,
                                PostgresOptions.NONE.setting(
                                        "shared_preload_libraries", "pg_stat_statements"),
                                true));
    }

    private static PostgresServer boot(
            PostgresVersion version, PostgresOptions options, boolean shared) {
        try {
            Path binaries = PostgresBinaries.ofTheBuild().folder(version);
            Path home = Files.createTempDirectory("dryrun-pg" + version.major() + "-");
            PostgresServer server = new PostgresServer(version, options, binaries, home, shared);
            try {
                server.initialise();
                server.startOnFreePort();
            } catch (IOException | RuntimeException e) {
                FileTrees.delete(home);
                throw e;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Boots a standby from a copy of a server; see [Standby].
    static PostgresServer standbyOf(PostgresServer primary) {
        String source = "host=127.0.0.1 user=postgres application_name=standby port=" + primary.port;
        PostgresOptions options = primary.options.setting("primary_conninfo", source);
        try {
            Path home = Files.createTempDirectory("dryrun-pg" + primary.version.major() + "-");
            PostgresServer standby =
                    new PostgresServer(primary.version, options, primary.binaries, home, false);
            try {
                standby.makeHome();
                primary.stop();
                try {
                    // By the server's user, who then owns the copy.
                    String data = primary.dataDirectory().toString();
                    ServerProcess.run(home, List.of("cp", "-Rp", data, home.toString()));
                } finally {
                    primary.start();
                }
                Files.createFile(standby.dataDirectory().resolve("standby.signal"));
                standby.startOnFreePort();
            } catch (IOException | RuntimeException e) {
                FileTrees.delete(home);
                throw e;
            }
            return standby;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeHome() throws IOException {
        ServerProcess.own(home);
        Path socket = Files.createDirectory(socketDirectory());
        ServerProcess.own(socket);
        Files.writeString(home.resolve("pg_hba.conf"), options.hba());
    }

    private void initialise() throws IOException {
        makeHome();
        ServerProcess.run(
                home,
                List.of(
                        program("initdb"),
                        "--pgdata=" + dataDirectory(),
                        "--username=postgres",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"));
    }

    private void startOnFreePort() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                process = ServerProcess.start(home, dataDirectory(), postmaster());
                return;
            } catch (IOException e) {
                // Somebody may have taken the port since it was found free.
                String message = String.valueOf(e.getMessage());
                if (attempt == PORT_TRIES || !message.contains("could not bind")) {
                    throw e;
                }
            }
        }
    }

    private List<String> postmaster() {
        List<String> command = new ArrayList<>();
        command.add(program("postgres"));
        command.addAll(List.of("-D", dataDirectory().toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-c", "unix_socket_directories=" + socketDirectory()));
        command.addAll(List.of("-c", "hba_file=" + home.resolve("pg_hba.conf")));
        options.allSettings()
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /// {@return the version that runs here}
    public PostgresVersion version() {
        return version;
    }

    /// {@return the TCP port on 127.0.0.1; the same after a stop and a start}
    public int port() {
        return port;
    }

    /// {@return the folder of the Unix socket}
    public Path socketDirectory() {
        return home.resolve("socket");
    }

    /// {@return the data folder; its files may be touched only while the server is stopped}
    public Path dataDirectory() {
        return home.resolve("data");
    }

    /// {@return a program of this server's release, such as `bin/pg_controldata`}
    ///
    /// @param name its name
    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    /// Stops the server as an operator would; its sessions end.
    public void stop() {
        refuseWhenShared();
        end("stop");
    }

    /// Starts the server again, after [#stop()], on the same port.
    public void start() {
        if (process != null) {
            throw new IllegalStateException("the server runs already");
        }
        try {
            process = ServerProcess.start(home, dataDirectory(), postmaster());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the server and removes its data. Closing twice is no error.
    @Override
    public void close() {
        refuseWhenShared();
        end("quit");
        try {
            FileTrees.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseWhenShared() {
        if (shared) {
            throw new IllegalStateException("other tests of this process share this server");
        }
    }

    private void end(String order) {
        ServerProcess running = process;
        if (running != null) {
            running.end(order);
            process = null;
        }
    }

    /// Makes an empty database.
    ///
    /// @param database its name
    public void createDatabase(String database) {
        execute("postgres", "CREATE DATABASE \"" + database.replace("\"", "\"\"") + '"');
    }

    /// Makes an empty database with a name that this server has not given before.
    ///
    /// @return its name
    public String freshDatabase() {
        String database = "test_" + databases.incrementAndGet();
        createDatabase(database);
        return database;
    }

    /// Runs statements as the superuser, all in one transaction unless they say otherwise; hence
    /// `VACUUM` and its like must come alone.
    ///
    /// @param database where
    /// @param sql one or more statements, separated by semicolons
    public void execute(String database, String sql) {
        executeAs("postgres", database, sql);
    }

    /// Runs statements as some role that needs no password.
    ///
    /// @param user the role
    /// @param database where
    /// @param sql one or more statements, separated by semicolons
    public void executeAs(String user, String database, String sql) {
        try (Connection connection = connect(database, user, null);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs one query as the superuser.
    ///
    /// @param database where
    /// @param sql the query
    /// @return its rows, each value as text; null is SQL's NULL
    public List<List<@Nullable String>> query(String database, String sql) {
        return queryAs("postgres", database, sql);
    }

    /// Runs one query as some role that needs no password.
    ///
    /// @param user the role
    /// @param database where
    /// @param sql the query
    /// @return its rows, each value as text; null is SQL's NULL
    public List<List<@Nullable String>> queryAs(String user, String database, String sql) {
        try (Connection connection = connect(database, user, null);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(Collections.unmodifiableList(row));
            }
            return Collections.unmodifiableList(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Opens a connection, for tests that must hold one (locks, open transactions).
    ///
    /// @param database where
    /// @param user the role
    /// @param password its password; null to give none
    /// @return the connection, to be closed by the caller
    /// @throws SQLException when the server cannot be reached or refuses
    public Connection connect(String database, String user, @Nullable String password)
            throws SQLException {
        // Made by class: DriverManager does not find a driver that is a named module here.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("testkit");
        return source.getConnection();
    }

    /// {@return a connection URL as libpq takes it, without a password}
    ///
    /// @param database where
    /// @param user the role
    public String url(String database, String user) {
        return "postgres://" + encode(user) + address(database);
    }

    /// {@return a connection URL as libpq takes it}
    ///
    /// @param database where
    /// @param user the role
    /// @param password its password
    public String url(String database, String user, String password) {
        return "postgres://" + encode(user) + ":" + encode(password) + address(database);
    }

    private String address(String database) {
        return "@127.0.0.1:" + port + "/" + encode(database);
    }

    private static String encode(String text) {
        // URLEncoder writes forms, where a blank is a plus sign.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
