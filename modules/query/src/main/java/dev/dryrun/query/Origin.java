package dev.dryrun.query;

import dev.dryrun.model.SqlPlace;
import java.util.function.IntUnaryOperator;

/// Where a text that is parsed comes from: a part of another one, perhaps with some of it replaced.
///
/// @param whole the text that somebody asked about; places count in it
/// @param parsed the text that the parser was given
/// @param before how many Java characters of the whole text stand before one of the parsed text
record Origin(String whole, String parsed, IntUnaryOperator before) {

    /// {@return the place of a byte of the parsed text}
    SqlPlace ofByte(int location) {
        return ofChar(charOffset(location));
    }

    /// {@return the place of a Java character of the parsed text}
    SqlPlace ofChar(int offset) {
        int end = Math.min(before.applyAsInt(offset), whole.length());
        return SqlPlace.of(whole, whole.codePointCount(0, end) + 1);
    }

    /// {@return how many Java characters of the parsed text stand before a byte of it}
    int charOffset(int location) {
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
