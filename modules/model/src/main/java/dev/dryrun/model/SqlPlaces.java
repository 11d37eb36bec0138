package dev.dryrun.model;

import java.util.ArrayList;
import java.util.List;

/// Finds the places of a text's characters without reading it from the beginning each time: a long
/// file may have many errors. One thread at a time.
public final class SqlPlaces {

    private static final int APART = 1024;

    private final String text;

    /// Where places are known, in order; empty until the first is asked for.
    private final List<Known> known = new ArrayList<>();

    /// A character whose place is known.
    private record Known(int offset, int position, int line, int column) {}

    /// Makes one; reads nothing yet.
    ///
    /// @param text the whole text
    public SqlPlaces(String text) {
        this.text = text;
    }

    /// {@return the place of a character; of the text's end when it is beyond that}
    ///
    /// @param offset Java characters before it
    public SqlPlace place(int offset) {
        if (known.isEmpty()) {
            Known last = new Known(0, 1, 1, 1);
            while (last.offset < text.length()) {
                known.add(last);
                last = from(last, last.offset + APART);
            }
            known.add(last);
        }
        int low = 0;
        int high = known.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (known.get(middle).offset <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Known at = from(known.get(low), offset);
        return new SqlPlace(at.position, at.line, at.column);
    }

    /// Goes on to the first character at or after an offset, counting as [SqlPlace] says.
    private Known from(Known begin, int offset) {
        int index = begin.offset;
        int position = begin.position;
        int line = begin.line;
        int column = begin.column;
        while (index < offset && index < text.length()) {
            int character = text.codePointAt(index);
            index += Character.charCount(character);
            position++;
            boolean crOfCrLf =
                    character == '\r' && index < text.length() && text.charAt(index) == '\n';
            if ((character == '\n' || character == '\r') && !crOfCrLf) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Known(index, position, line, column);
    }
}
