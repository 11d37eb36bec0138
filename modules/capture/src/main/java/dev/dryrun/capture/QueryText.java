package dev.dryrun.capture;

import java.util.Locale;
import java.util.Set;

/// Looks at the first word of a statement: a query, or something that has no plan.
final class QueryText {

    private static final Set<String> QUERIES =
            Set.of("with", "select", "insert", "update", "delete", "merge", "table", "values");

    private QueryText() {}

    /// {@return whether it begins like a query, whatever comments and parentheses lead to it}
    ///
    /// @param text any
    static boolean isQuery(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                at = after(text, "\n", at);
            } else if (text.startsWith("/*", at)) {
                at = after(text, "*/", at);
            } else if (Character.isWhitespace(c) || c == '(') {
                at++;
            } else {
                break;
            }
        }
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return QUERIES.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
