package dev.dryrun.query;

import dev.dryrun.model.Nearest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would mend an error: other names, or another string, where the statement has some.
///
/// @param kind what is wrong: `table`, `column`, `type` or `label`
/// @param location where the dotted name or the string begins, in bytes of the text that was parsed
/// @param from which part of the name is the first that is replaced, from 0
/// @param parts how many are
/// @param to what takes their place, as the catalogue stores it
record Repair(String kind, int location, int from, int parts, List<String> to) {

    static final String TABLE = "table";
    static final String COLUMN = "column";
    static final String TYPE = "type";
    static final String LABEL = "label";

    /// The shortest name of which a letter may be wrong, and of which two may.
    private static final int ONE_LETTER = 4;

    private static final int TWO_LETTERS = 9;

    /// {@return a repair of one part of a name; null unless exactly one known name is near}
    ///
    /// @param kind what is wrong
    /// @param location where the dotted name begins
    /// @param part which part of it is wrong, from 0
    /// @param name the wrong part
    /// @param known the names that there are
    static @Nullable Repair of(
            String kind, int location, int part, String name, Collection<String> known) {
        String near = only(name, known);
        return near == null ? null : new Repair(kind, location, part, 1, List.of(near));
    }

    /// {@return the one known name that is near enough to be meant; null when there is none, or
    /// more than one}
    static @Nullable String only(String name, Collection<String> known) {
        List<String> ties = Nearest.ties(name, known);
        if (ties.size() != 1) {
            return null;
        }
        int distance = Nearest.distance(name, ties.getFirst());
        int length = name.codePointCount(0, name.length());
        int forgiven = length >= TWO_LETTERS ? 2 : length >= ONE_LETTER ? 1 : 0;
        return distance <= forgiven ? ties.getFirst() : null;
    }
}
