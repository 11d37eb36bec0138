package dev.dryrun.history;

import dev.dryrun.model.HistoryException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// Opens a file and makes sure that it is ours before anybody relies on it.
record HistoryOpener(Path file, HistoryErrors errors) {

    /// The format this code writes (`PRAGMA user_version`).
    static final int VERSION = 4;

    /// `DRYR` in ASCII, in the header of every file of ours (`PRAGMA application_id`).
    private static final int APPLICATION_ID = 0x44525952;

    private static final int BUSY_TIMEOUT_MS = 5_000;

    /// Documents of some hundred bytes leave little of such a page empty.
    private static final int PAGE_BYTES = 8_192;

    /// No SQLite database is smaller.
    private static final int SMALLEST_BYTES = 512;

    /// A large first capture would otherwise write the pages of its indexes many times over.
    private static final int WRITER_CACHE_KIB = -64_000;

    Connection forReading() {
        if (!Files.exists(file)) {
            throw errors.missing();
        }
        refuseEmpty();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        Connection connection = connect(config, uri());
        try {
            if (version(connection) == VERSION) {
                return connection;
            }
            connection.close();
            upgrade();
            return connect(config, uri());
        } catch (SQLException e) {
            throw closing(connection, errors.of(e));
        } catch (HistoryException e) {
            throw closing(connection, e);
        }
    }

    /// A fresh file is filled without a log: its pages are written once, where they belong, and not
    /// first to a log and then from there. Nobody reads it meanwhile, as nothing is in it. The
    /// first [Transaction] gives it one for what comes later.
    Connection forWriting() {
        boolean fresh = create();
        if (fresh) {
            makeSchema();
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setGetGeneratedKeys(false);
        config.setCacheSize(WRITER_CACHE_KIB);
        config.setSynchronous(SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        Connection connection = connect(config, file.toString());
        try {
            int version = version(connection);
            if (!fresh) {
                keepLog(connection);
            }
            if (version < VERSION) {
                new Migrations(connection, errors).run(version);
            }
            return connection;
        } catch (SQLException e) {
            throw closing(connection, errors.of(e));
        } catch (HistoryException e) {
            throw closing(connection, e);
        }
    }

    /// Gives a file its log, so that from now on readers and writers do not wait for each other:
    /// one that was fresh, or was exported. Any other has one.
    ///
    /// @param connection open for writing, without a transaction
    static void keepLog(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        } catch (SQLException e) {
            // Somebody else uses the file, or the disk is full: what is written is safe without a
            // log too, and the next writer tries again.
            return;
        }
    }

    /// A folder that cannot be written has no room for the shared memory of a WAL reader; where no
    /// log is there either, the file cannot change and needs none.
    private String uri() {
        Path folder = file.toAbsolutePath().getParent();
        boolean frozen =
                folder != null
                        && !Files.isWritable(folder)
                        && !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        String path = file.toAbsolutePath().toUri().getRawPath();
        return "file:" + path + (frozen ? "?immutable=1" : "?mode=ro");
    }

    private Connection connect(SQLiteConfig config, String target) {
        try {
            config.setOpenMode(org.sqlite.SQLiteOpenMode.OPEN_URI);
            return config.createConnection("jdbc:sqlite:" + target);
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /// Makes the file, empty and private, unless it is there.
    private boolean create() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, PrivateFiles.folder(folder));
            }
            Files.createFile(file, PrivateFiles.file(file));
            return true;
        } catch (FileAlreadyExistsException e) {
            return isEmpty();
        } catch (FileSystemException e) {
            String reason = e.getReason();
            throw errors.unwritable(reason == null ? "the file system refused" : reason, e);
        } catch (IOException e) {
            throw errors.unwritable("the file system refused", e);
        }
    }

    /// What a killed first capture left behind: a file without a byte is as good as none.
    private boolean isEmpty() {
        return size() == 0;
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw errors.unwritable("the file system refused", e);
        }
    }

    /// To SQLite a file without a byte is a database without a table.
    private void refuseEmpty() {
        if (isEmpty()) {
            throw errors.corrupt("is empty");
        }
    }

    /// {@return the format of the file, at most ours}
    private int version(Connection connection) throws SQLException {
        int application;
        try {
            application = pragma(connection, "application_id");
        } catch (SQLException e) {
            throw cutShort(connection, "ON").orElseGet(() -> errors.of(e));
        }
        // Of what the log holds the file may not have the pages yet.
        Optional<HistoryException> cutShort =
                logIsEmpty() ? cutShort(connection, "OFF") : Optional.empty();
        if (cutShort.isPresent()) {
            throw cutShort.get();
        }
        if (application != APPLICATION_ID) {
            if (size() < SMALLEST_BYTES) {
                throw errors.corrupt("is cut short: " + size() + " bytes are there");
            }
            throw errors.corrupt("is a SQLite database, but not one of DryRun's");
        }
        int version = pragma(connection, "user_version");
        if (version > VERSION) {
            throw errors.tooNew(version, VERSION);
        }
        if (version < Migrations.OLDEST) {
            throw errors.tooOld(version, "which no DryRun can read");
        }
        return version;
    }

    /// Asks SQLite. Looking into the file by ourselves would drop the locks that other connections
    /// of this process hold: so POSIX wants it.
    ///
    /// @param writableSchema `ON` shows the header also of a file that SQLite does not read
    private Optional<HistoryException> cutShort(Connection connection, String writableSchema) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA writable_schema = " + writableSchema);
            long promised =
                    (long) pragma(connection, "page_count") * pragma(connection, "page_size");
            long length = Files.size(file);
            return length < promised
                    ? Optional.of(
                            errors.corrupt(
                                    "is cut short: "
                                            + length
                                            + " bytes of "
                                            + promised
                                            + " are there"))
                    : Optional.empty();
        } catch (SQLException | IOException e) {
            return Optional.empty();
        }
    }

    /// {@return whether all there is stands in the file itself}
    private boolean logIsEmpty() {
        try {
            return Files.size(file.resolveSibling(file.getFileName() + "-wal")) == 0;
        } catch (IOException e) {
            return true;
        }
    }

    private void upgrade() throws SQLException {
        if (!Files.isWritable(file)) {
            throw errors.tooOld(Migrations.OLDEST, "and it cannot be written");
        }
        forWriting().close();
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /// The whole schema and both marks in one transaction: a file is ours or it is empty. Pages get
    /// their size before there is a log, or never.
    private void makeSchema() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setPageSize(PAGE_BYTES);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        try (Connection connection = connect(config, file.toString());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (pragma(connection, "application_id") != APPLICATION_ID) {
                statement.executeUpdate(SchemaScript.read(VERSION));
                statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
                statement.executeUpdate("PRAGMA user_version = " + VERSION);
            }
            connection.commit();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private static HistoryException closing(Connection connection, HistoryException error) {
        try {
            connection.close();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        return error;
    }
}
