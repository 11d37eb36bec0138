package dev.dryrun.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An array of one dimension as `array_out` writes it and `array_in` reads it.
final class ArrayLiteral {

    private ArrayLiteral() {}

    /// {@return its elements; empty when it is not such an array, or one is NULL}
    ///
    /// @param literal `{a,"b c"}`
    static Optional<List<String>> read(String literal) {
        if (literal.length() < 2 || !literal.startsWith("{") || !literal.endsWith("}")) {
            return Optional.empty();
        }
        List<String> elements = new ArrayList<>();
        int end = literal.length() - 1;
        int at = 1;
        while (at < end) {
            StringBuilder element = new StringBuilder();
            boolean quoted = literal.charAt(at) == '"';
            at = quoted ? quoted(literal, at + 1, element) : plain(literal, at, element);
            boolean ends = at == end || (at > 0 && at < end && literal.charAt(at) == ',');
            if (!ends || (!quoted && !isElement(element))) {
                return Optional.empty();
            }
            elements.add(element.toString());
            at++;
            if (at == end) {
                return Optional.empty();
            }
        }
        return Optional.of(elements);
    }

    /// {@return the array}
    ///
    /// @param elements any texts
    static String write(List<String> elements) {
        StringBuilder literal = new StringBuilder("{");
        for (String element : elements) {
            literal.append(literal.length() > 1 ? "," : "");
            if (isPlain(element)) {
                literal.append(element);
            } else {
                literal.append('"')
                        .append(element.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return literal.append('}').toString();
    }

    private static boolean isElement(CharSequence element) {
        return !element.isEmpty() && !element.toString().equalsIgnoreCase("null");
    }

    private static boolean isPlain(String element) {
        return isElement(element)
                && element.chars()
                        .noneMatch(c -> "{},\"\\".indexOf(c) >= 0 || c <= ' ' || c == 0x7f);
    }

    /// {@return the place behind the element}
    private static int plain(String literal, int from, StringBuilder element) {
        int at = from;
        while (at < literal.length() - 1 && "{},\"\\".indexOf(literal.charAt(at)) < 0) {
            element.append(literal.charAt(at++));
        }
        return at;
    }

    /// {@return the place behind the closing quote; -1 when there is none}
    private static int quoted(String literal, int from, StringBuilder element) {
        int at = from;
        while (at < literal.length() - 1) {
            char c = literal.charAt(at++);
            if (c == '"') {
                return at;
            }
            element.append(c == '\\' && at < literal.length() - 1 ? literal.charAt(at++) : c);
        }
        return -1;
    }
}
