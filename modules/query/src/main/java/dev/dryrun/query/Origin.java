package dev.dryrun.query;

import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlPlaces;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a text that is parsed comes from: a part of another one, perhaps with some of it replaced.
/// One thread at a time.
final class Origin {

    private static final Pattern QUOTED =
            Pattern.compile(
                    "'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|--[^\n]*+"
                            + "|/\\*[\\s\\S]*?\\*/|\\$([A-Za-z_]*)\\$[\\s\\S]*?\\$\\1\\$");

    private final SqlPlaces whole;
    private final String parsed;
    private final IntUnaryOperator before;

    /// Whether each character is one byte.
    private final boolean plain;

    /// Makes one.
    ///
    /// @param whole the text that somebody asked about; places count in it
    /// @param parsed the text that the parser was given
    /// @param before how many Java characters of the whole text stand before one of the parsed text
    Origin(SqlPlaces whole, String parsed, IntUnaryOperator before) {
        this.whole = whole;
        this.parsed = parsed;
        this.before = before;
        this.plain = StandardCharsets.US_ASCII.newEncoder().canEncode(parsed);
    }

    /// {@return the origin of a text that stands for itself}
    static Origin of(String text) {
        return new Origin(new SqlPlaces(text), text, offset -> offset);
    }

    /// {@return the place of a byte of the parsed text}
    SqlPlace ofByte(int location) {
        return ofChar(charOffset(location));
    }

    /// {@return the place of a Java character of the parsed text}
    SqlPlace ofChar(int offset) {
        return whole.place(before.applyAsInt(offset));
    }

    /// {@return where a group of a pattern first matches in the parsed text, outside of strings,
    /// quoted names and comments: in bytes; -1 when nowhere}
    ///
    /// @param pattern what to look for
    /// @param group which of its groups
    /// @param location where to begin, in bytes; less than 0 for the beginning
    int find(Pattern pattern, int group, int location) {
        Matcher quoted = QUOTED.matcher(parsed);
        Matcher found = pattern.matcher(parsed);
        int from = location < 0 ? 0 : charOffset(location);
        while (from < parsed.length() && found.find(from)) {
            if (!quoted.find(from) || quoted.start() > found.start()) {
                String before = parsed.substring(0, found.start(group));
                return before.getBytes(StandardCharsets.UTF_8).length;
            }
            from = quoted.end();
        }
        return -1;
    }

    /// {@return the word, or else the character, at a byte of the parsed text}
    String word(int location) {
        int begin = charOffset(location);
        int end = begin;
        while (end < parsed.length() && Character.isLetterOrDigit(parsed.charAt(end))) {
            end++;
        }
        return parsed.substring(begin, Math.min(parsed.length(), Math.max(end, begin + 1)));
    }

    /// {@return how many Java characters of the parsed text stand before a byte of it}
    int charOffset(int location) {
        if (plain) {
            return Math.min(location, parsed.length());
        }
        int bytes = 0;
        int chars = 0;
        while (bytes < location && chars < parsed.length()) {
            int character = parsed.codePointAt(chars);
            chars += Character.charCount(character);
            bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
        }
        return chars;
    }
}
