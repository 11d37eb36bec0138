package dev.dryrun.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads array literals as `array_out` writes them.
final class ArrayLiteral {

    private final String text;
    private int at = 1;

    private ArrayLiteral(String text) {
        this.text = text;
    }

    /// {@return the elements of an array of one dimension, null for NULL; of one with two, its rows
    /// as literals; empty when it is no literal}
    ///
    /// @param text `{a,"b c",NULL}`
    static Optional<List<@Nullable String>> elements(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return Optional.empty();
        }
        return new ArrayLiteral(text).read();
    }

    /// {@return the numbers of an array of numbers, or empty when it is none}
    ///
    /// @param text `{0.5,0.25}`
    static Optional<List<Double>> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String element : elements(text).orElse(List.of())) {
            try {
                numbers.add(Double.valueOf(String.valueOf(element)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return elements(text).map(_ -> numbers);
    }

    private Optional<List<@Nullable String>> read() {
        List<@Nullable String> elements = new ArrayList<>();
        if (text.length() == 2) {
            return Optional.of(elements);
        }
        while (true) {
            char first = text.charAt(at);
            if (first == '{') {
                elements.add(nested());
            } else if (first == '"') {
                elements.add(quoted());
            } else {
                elements.add(plain());
            }
            if (at == text.length() - 1) {
                return Optional.of(elements);
            }
            if (at >= text.length() || text.charAt(at) != ',') {
                return Optional.empty();
            }
            at++;
        }
    }

    private @Nullable String plain() {
        int start = at;
        while (at < text.length() - 1 && text.charAt(at) != ',') {
            at++;
        }
        String element = text.substring(start, at);
        return element.equals("NULL") ? null : element;
    }

    private String quoted() {
        StringBuilder element = new StringBuilder();
        at++;
        while (at < text.length() - 1 && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            element.append(text.charAt(at));
            at++;
        }
        at++;
        return element.toString();
    }

    private String nested() {
        int start = at;
        int depth = 0;
        boolean quoted = false;
        do {
            char unit = text.charAt(at);
            if (quoted && unit == '\\') {
                at++;
            } else if (unit == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += unit == '{' ? 1 : unit == '}' ? -1 : 0;
            }
            at++;
        } while (depth > 0 && at < text.length() - 1);
        return text.substring(start, at);
    }
}
