package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one statement, in the order in which the server would find it. One
/// place has at most one error: where the parser copies a part of a tree, it is met twice.
final class Errors {

    /// More than anybody repairs at once.
    private static final int FOUND_MAX = 100;

    private final String sql;
    private final int start;
    private final byte[] utf8;
    private final Map<Integer, SqlError> found = new LinkedHashMap<>();

    /// Makes one.
    ///
    /// @param sql the whole text that is checked
    /// @param start how many of its characters stand before the text that was parsed
    Errors(String sql, int start) {
        this.sql = sql;
        this.start = start;
        this.utf8 = sql.substring(start).getBytes(StandardCharsets.UTF_8);
    }

    /// Adds one.
    ///
    /// @param location where, in bytes of the text that was parsed; -1 when the parser names no
    ///   place
    void add(
            int location,
            String sqlstate,
            String message,
            @Nullable String hint,
            Certainty certainty) {
        // Of those without a place, each is another.
        int key = location < 0 ? -1 - found.size() : location;
        if (found.size() < FOUND_MAX && !found.containsKey(key)) {
            SqlPlace place = location < 0 ? null : placeOfByte(location);
            found.put(key, new SqlError(sqlstate, message, place, hint, certainty));
        }
    }

    int count() {
        return found.size();
    }

    List<SqlError> found() {
        return new ArrayList<>(found.values());
    }

    /// {@return the place of a byte of the text that was parsed}
    SqlPlace placeOfByte(int location) {
        int bytes = Math.min(location, utf8.length);
        int chars = new String(utf8, 0, bytes, StandardCharsets.UTF_8).length();
        return place(sql, start + chars);
    }

    /// {@return the place of a Java character of a text}
    static SqlPlace place(String sql, int charOffset) {
        int end = Math.min(charOffset, sql.length());
        return SqlPlace.of(sql, sql.codePointCount(0, end) + 1);
    }
}
