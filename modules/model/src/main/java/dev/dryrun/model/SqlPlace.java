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
        int points = text.codePointCount(0, text.length());
        int before = Math.clamp(position - 1, 0, points);
        return new SqlPlaces(text).place(text.offsetByCodePoints(0, before));
    }
}
