package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one statement, in the order in which the server would find it. One
/// place has at most one error: where the parser copies a part of a tree, it is met twice.
final class Errors {

    /// More than anybody repairs at once.
    private static final int FOUND_MAX = 100;

    private final Origin origin;
    private final Map<Integer, SqlError> found = new LinkedHashMap<>();
    private final List<Repair> repairs = new ArrayList<>();

    /// Makes one.
    ///
    /// @param origin where the text that was parsed comes from
    Errors(Origin origin) {
        this.origin = origin;
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
        add(location, sqlstate, message, hint, certainty, null);
    }

    /// Adds one that can be repaired.
    ///
    /// @param repair what would mend it; null when nobody can tell
    void add(
            int location,
            String sqlstate,
            String message,
            @Nullable String hint,
            Certainty certainty,
            @Nullable Repair repair) {
        // Of those without a place, each is another.
        int key = location < 0 ? -1 - found.size() : location;
        if (found.size() < FOUND_MAX && !found.containsKey(key)) {
            SqlPlace place = location < 0 ? null : origin.ofByte(location);
            found.put(key, new SqlError(sqlstate, message, place, hint, certainty));
            if (repair != null) {
                repairs.add(repair);
            }
        }
    }

    /// {@return where a group of a pattern first matches after a place: in bytes of the text that
    /// was parsed; -1 when nowhere}
    int find(Pattern pattern, int group, int location) {
        return origin.find(pattern, group, location);
    }

    /// {@return the server's message about a word that its grammar does not know there}
    ///
    /// @param location of the word, in bytes of the text that was parsed; -1 when it is not known
    String syntaxErrorAt(int location) {
        String word = location < 0 ? "" : origin.word(location);
        return word.isEmpty() ? "syntax error" : "syntax error at or near \"" + word + "\"";
    }

    int count() {
        return found.size();
    }

    List<SqlError> found() {
        return new ArrayList<>(found.values());
    }

    /// {@return the place of a byte of the text that was parsed}
    SqlPlace placeOfByte(int location) {
        return origin.ofByte(location);
    }

    /// {@return what would mend some of them, in their order}
    List<Repair> repairs() {
        return repairs;
    }
}
