package dev.dryrun.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads a SQLite file without knowing what it is for: every value of every row, and what is
/// compressed anywhere in one. Needs the driver on the module or class path.
public final class SqliteRows {

    private static final int ZLIB_METHOD = 8;
    private static final int ZLIB_CHECK = 31;
    private static final int BUFFER_BYTES = 8192;

    private SqliteRows() {}

    /// {@return the rows of every table as text, by the table's name}
    ///
    /// @param file a SQLite file
    public static Map<String, String> read(Path file) {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    tables.put(table, all(rows));
                }
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String all(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                Object value = rows.getObject(i);
                text.append('|').append(value instanceof byte[] bytes ? inflated(bytes) : value);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// {@return the bytes as they are, and every zlib stream that begins anywhere in them}
    ///
    /// @param bytes anything
    public static String inflated(byte[] bytes) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int i = 0; i + 1 < bytes.length; i++) {
            int header = (bytes[i] & 0xff) * 256 + (bytes[i + 1] & 0xff);
            if ((bytes[i] & 0x0f) == ZLIB_METHOD && header % ZLIB_CHECK == 0) {
                text.append(stream(bytes, i));
            }
        }
        return text.toString();
    }

    /// What came out until something was wrong counts.
    private static String stream(byte[] bytes, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] buffer = new byte[BUFFER_BYTES];
            int count = inflater.inflate(buffer);
            while (count > 0) {
                out.write(buffer, 0, count);
                count = inflater.inflate(buffer);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
