package dev.dryrun.history;

import dev.dryrun.model.HistoryException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// Opens a file and makes sure that it is ours before anybody relies on it.
record HistoryOpener(Path file, HistoryErrors errors) {

    /// The format this code writes (`PRAGMA user_version`).
    static final int VERSION = 3;

    /// `DRYR` in ASCII, in the header of every file of ours (`PRAGMA application_id`).
    private static final int APPLICATION_ID = 0x44525952;

    private static final int BUSY_TIMEOUT_MS = 5_000;

    /// Documents of some hundred bytes leave little of such a page empty.
    private static final int PAGE_BYTES = 8_192;

    /// A large first capture would otherwise write the pages of its indexes many times over.
    private static final int WRITER_CACHE_KIB = -64_000;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int PAGE_SIZE_OFFSET = 16;
    private static final int PAGE_COUNT_OFFSET = 28;
    private static final int PAGE_SIZE_64K = 65_536;

    Connection forReading() {
        if (!Files.exists(file)) {
            throw errors.missing();
        }
        checkHeader();
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

    Connection forWriting() {
        boolean fresh = create();
        if (fresh) {
            makeSchema();
        }
        checkHeader();
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setGetGeneratedKeys(false);
        config.setCacheSize(WRITER_CACHE_KIB);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        Connection connection = connect(config, file.toString());
        try {
            int version = version(connection);
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
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            throw errors.unwritable("the file system refused", e);
        }
    }

    private void checkHeader() {
        byte[] header = new byte[HEADER_BYTES];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            if (length == 0) {
                throw errors.corrupt("is empty");
            }
            in.readFully(header, 0, (int) Math.min(HEADER_BYTES, length));
            if (!Arrays.equals(MAGIC, Arrays.copyOf(header, MAGIC.length))) {
                throw errors.corrupt("is not a SQLite database");
            }
            ByteBuffer numbers = ByteBuffer.wrap(header);
            int pageSize = Short.toUnsignedInt(numbers.getShort(PAGE_SIZE_OFFSET));
            long pages = Integer.toUnsignedLong(numbers.getInt(PAGE_COUNT_OFFSET));
            long promised = pages * (pageSize == 1 ? PAGE_SIZE_64K : pageSize);
            if (length < HEADER_BYTES || length < promised) {
                throw errors.corrupt(
                        "is cut short: " + length + " bytes of " + promised + " are there");
            }
        } catch (IOException e) {
            throw errors.corrupt("cannot be read", e);
        }
    }

    /// {@return the format of the file, at most ours}
    private int version(Connection connection) throws SQLException {
        int application = pragma(connection, "application_id");
        if (application != APPLICATION_ID) {
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
