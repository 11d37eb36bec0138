package dev.dryrun.report;

/// Colours of a comparison, as `git diff` has them; none where nobody looks at a terminal.
///
/// @param on whether there are any
record Palette(boolean on) {

    private static final String RESET = "\u001b[0m";

    String added(String text) {
        return paint("32", text);
    }

    String removed(String text) {
        return paint("31", text);
    }

    String changed(String text) {
        return paint("33", text);
    }

    /// {@return a text in the colour of its sign: `+`, `-` or `~`}
    String signed(String sign, String text) {
        return switch (sign) {
            case "+" -> added(text);
            case "-" -> removed(text);
            case "~" -> changed(text);
            default -> text;
        };
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
