package dev.dryrun.model;

/// A place in a text of SQL, counted as PostgreSQL counts: in characters (code points), from one.
///
/// @param position characters from the beginning of the whole text
/// @param line lines end in LF, CR or CRLF
/// @param column characters from the beginning of the line
public record SqlPlace(int position, int line, int column) {

    public SqlPlace {
        if (position < 1 || line < 1 || column < 1) {
            throw new IllegalArgumentException("places are counted from one");
        }
    }

    /// {@return the place of a character of a text; of the text's end when the position is beyond
    /// it}
    ///
    /// @param text the whole text
    /// @param position characters from its beginning, from one
    public static SqlPlace of(String text, int position) {
        int line = 1;
        int column = 1;
        int seen = 1;
        int index = 0;
        while (seen < position && index < text.length()) {
            int character = text.codePointAt(index);
            index += Character.charCount(character);
            seen++;
            boolean crOfCrLf =
                    character == '\r' && index < text.length() && text.charAt(index) == '\n';
            if ((character == '\n' || character == '\r') && !crOfCrLf) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new SqlPlace(seen, line, column);
    }
}
