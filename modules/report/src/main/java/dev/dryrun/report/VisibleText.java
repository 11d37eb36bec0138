package dev.dryrun.report;

/// Makes text from a database or a file safe to show: what a terminal would obey or a reader could
/// not see is written out.
///
/// A name may hold any character, also one that clears the screen, starts a new line that looks
/// like a finding of ours, or turns the reading direction around.
public final class VisibleText {

    private VisibleText() {}

    /// {@return the text in one line: line breaks, tabs, control and format characters, separators
    /// other than the space, and halves of surrogate pairs as escapes like `\n` and `\u001b`}
    ///
    /// @param text any text
    public static String of(String text) {
        if (text.codePoints().allMatch(VisibleText::isPlain)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> append(character, shown));
        return shown.toString();
    }

    /// {@return whether the character is shown as it is}
    ///
    /// @param character a code point
    static boolean isPlain(int character) {
        if (character < 0x7f) {
            return character >= ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> !Character.isIdentifierIgnorable(character) && !isBlank(character);
        };
    }

    /// Letters by their type that nothing is drawn for: the Hangul fillers.
    private static boolean isBlank(int character) {
        return character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0;
    }

    private static void append(int character, StringBuilder shown) {
        if (isPlain(character)) {
            shown.appendCodePoint(character);
            return;
        }
        switch (character) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                for (char unit : Character.toChars(character)) {
                    shown.append(escape(unit));
                }
            }
        }
    }

    private static String escape(char unit) {
        return "\\u%04x".formatted((int) unit);
    }

    /// {@return JSON with every character that is not plain as an escape: the same value, safe on a
    /// terminal}
    ///
    /// @param json text in which such characters stand in strings only, line breaks aside
    static String inJson(String json) {
        StringBuilder safe = new StringBuilder();
        json.codePoints()
                .forEach(character -> {
                    if (character == '\n' || isPlain(character)) {
                        safe.appendCodePoint(character);
                    } else {
                        append(character, safe);
                    }
                });
        return safe.toString();
    }
}
