package dev.dryrun.history;

import dev.dryrun.json.ContentHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The texts that documents have in common, each stored once: partitions and the tables of many
/// tenants are alike, and so are the statistics of one moment and the next.
///
/// Remembers some of them, so that memory does not grow with the file.
final class PartTable {

    private static final int REMEMBERED_CHARS = 1_000_000;

    private final Connection connection;
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, String> texts = new HashMap<>();
    private final Deque<Long> order = new ArrayDeque<>();
    private final RowNumbers numbers;
    private int remembered;

    /// @param connection the file; open for writing, and in a transaction, if [#id] is called
    PartTable(Connection connection) {
        this.connection = connection;
        numbers = new RowNumbers(connection, "part");
    }

    /// {@return the number of a text, which is stored unless the file has it}
    ///
    /// @param text any
    long id(String text) throws SQLException {
        Long known = ids.get(text);
        if (known != null) {
            return known;
        }
        long digest = ByteBuffer.wrap(digest(text)).getLong();
        long id = find(digest, text);
        if (id < 0) {
            id = insert(digest, text);
        }
        remember(id, text);
        return id;
    }

    /// {@return the text with a number; null when there is none}
    ///
    /// @param id as [#id] gave it
    @Nullable String text(long id) throws SQLException {
        String known = texts.get(id);
        if (known != null) {
            return known;
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT text FROM part WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                String text = row.getString(1);
                remember(id, text);
                return text;
            }
        }
    }

    private static byte[] digest(String text) {
        return ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    private long find(long digest, String text) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM part WHERE digest = ? AND text = ?")) {
            select.setLong(1, digest);
            select.setString(2, text);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    private long insert(long digest, String text) throws SQLException {
        long id = numbers.next();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO part (id, digest, text) VALUES (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, digest);
            insert.setString(3, text);
            insert.executeUpdate();
        }
        return id;
    }

    private void remember(long id, String text) {
        if (text.length() > REMEMBERED_CHARS || texts.containsKey(id)) {
            return;
        }
        ids.put(text, id);
        texts.put(id, text);
        order.addLast(id);
        remembered += text.length();
        while (remembered > REMEMBERED_CHARS) {
            String oldest = texts.remove(order.removeFirst());
            if (oldest != null) {
                ids.remove(oldest);
                remembered -= oldest.length();
            }
        }
    }
}
