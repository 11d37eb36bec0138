package dev.dryrun.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The name of a column in a policy: `table.column` or `schema.table.column`.
///
/// A part is what the catalogue stores, letter by letter. One that holds a dot or a quote is
/// written as SQL would, in double quotes.
final class PolicyKey {

    private PolicyKey() {}

    /// {@return two or three names; empty when the key is not of that form}
    ///
    /// @param key as written
    static Optional<List<String>> parts(String key) {
        return key.indexOf('"') < 0 ? unquoted(key) : quoted(key);
    }

    private static Optional<List<String>> unquoted(String key) {
        int first = key.indexOf('.');
        int last = key.lastIndexOf('.');
        boolean two = first == last;
        if (first <= 0
                || last == key.length() - 1
                || (!two && key.indexOf('.', first + 1) != last)
                || last == first + 1) {
            return Optional.empty();
        }
        String column = key.substring(last + 1);
        return Optional.of(
                two
                        ? List.of(key.substring(0, first), column)
                        : List.of(key.substring(0, first), key.substring(first + 1, last), column));
    }

    private static Optional<List<String>> quoted(String key) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at <= key.length()) {
            StringBuilder part = new StringBuilder();
            boolean quoted = at < key.length() && key.charAt(at) == '"';
            at = quoted ? quoted(key, at + 1, part) : plain(key, at, part);
            boolean dot = at >= 0 && at < key.length() && key.charAt(at) == '.';
            boolean ends = dot || at == key.length();
            if (!ends || part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.toString());
            at++;
        }
        return parts.size() == 2 || parts.size() == 3 ? Optional.of(parts) : Optional.empty();
    }

    private static int plain(String key, int from, StringBuilder part) {
        int dot = key.indexOf('.', from);
        int end = dot < 0 ? key.length() : dot;
        part.append(key, from, end);
        return end;
    }

    /// {@return the place after the closing quote; -1 when there is none}
    private static int quoted(String key, int from, StringBuilder part) {
        int at = from;
        while (at < key.length()) {
            if (key.charAt(at) != '"') {
                part.append(key.charAt(at++));
            } else if (at + 1 < key.length() && key.charAt(at + 1) == '"') {
                part.append('"');
                at += 2;
            } else {
                return at + 1;
            }
        }
        return -1;
    }
}
