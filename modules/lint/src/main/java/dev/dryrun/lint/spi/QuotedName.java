package dev.dryrun.lint.spi;

/// Names of objects as messages show them. Stateless; any thread may call it.
public final class QuotedName {

    private static final int LENGTH_MAX = 32;
    private static final int HEAD = 20;

    private QuotedName() {}

    /// {@return the name in double quotes, on one line and at most 34 characters long: the middle
    /// of a longer one is left out, and what cannot be seen becomes a question mark}
    ///
    /// It is for reading. Who needs the exact name has it in the finding's object and column.
    ///
    /// @param name as the catalogue stores it
    public static String of(String name) {
        int[] shown = name.codePoints().map(QuotedName::visible).toArray();
        if (shown.length <= LENGTH_MAX) {
            return '"' + new String(shown, 0, shown.length) + '"';
        }
        int tail = LENGTH_MAX - HEAD - 1;
        return '"'
                + new String(shown, 0, HEAD)
                + '…'
                + new String(shown, shown.length - tail, tail)
                + '"';
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    '?';
            default -> codePoint;
        };
    }
}
