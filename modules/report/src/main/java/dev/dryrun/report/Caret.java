package dev.dryrun.report;

import dev.dryrun.model.SqlPlace;

/// A line of SQL with a caret under one of its characters.
final class Caret {

    private static final String INDENT = "    ";
    private static final String CUT = "...";

    /// How many characters of a long line are shown before and after the place.
    private static final int BEFORE_MAX = 40;

    private static final int AFTER_MAX = 30;

    private Caret() {}

    /// {@return two lines: the line of SQL, cut where it is long, and the caret}
    static String under(String sql, SqlPlace place) {
        int[] line = line(sql, place.line()).codePoints().toArray();
        int at = Math.min(place.column() - 1, line.length);
        int from = at > BEFORE_MAX ? at - BEFORE_MAX : 0;
        int to = Math.min(line.length, at + AFTER_MAX);
        String before = (from > 0 ? CUT : "") + shown(line, from, at);
        String after = shown(line, at, to) + (to < line.length ? CUT : "");
        return INDENT
                + before
                + after
                + "\n"
                + INDENT
                + " ".repeat(before.codePoints().map(Caret::cells).sum())
                + "^\n";
    }

    private static String line(String sql, int number) {
        return sql.lines().skip(number - 1L).findFirst().orElse("");
    }

    private static String shown(int[] line, int from, int to) {
        return VisibleText.of(new String(line, from, to - from).replace('\t', ' '));
    }

    /// {@return how many cells of a terminal a character takes: none when it is drawn over the one
    /// before, two when it is as wide as an ideograph}
    private static int cells(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        return in(character, 0x1100, 0x115F)
                || in(character, 0x2E80, 0xA4CF)
                || in(character, 0xAC00, 0xD7A3)
                || in(character, 0xF900, 0xFAFF)
                || in(character, 0xFE30, 0xFE6F)
                || in(character, 0xFF00, 0xFF60)
                || in(character, 0xFFE0, 0xFFE6)
                || in(character, 0x1F300, 0x1FAFF)
                || in(character, 0x20000, 0x3FFFD);
    }

    private static boolean in(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
