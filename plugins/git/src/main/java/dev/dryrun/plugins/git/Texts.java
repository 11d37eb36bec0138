package dev.dryrun.plugins.git;

/// What others sent, made fit to be shown.
final class Texts {

    private static final int SHOWN_MAX = 240;

    private Texts() {}

    /// {@return one line of it, without control characters, and not long}
    static String line(String text) {
        String line =
                text.codePoints()
                        .map(it -> Character.isISOControl(it) || isHidden(it) ? ' ' : it)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .replaceAll("\\s+", " ")
                        .strip();
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
    }

    private static boolean isHidden(int character) {
        return Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(character) == Character.SURROGATE;
    }
}
