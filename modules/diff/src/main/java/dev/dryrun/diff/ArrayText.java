package dev.dryrun.diff;

import java.util.ArrayList;
import java.util.List;

/// The text of an array as the server writes it: `{1,"a b",NULL}`.
final class ArrayText {

    private ArrayText() {}

    /// {@return the elements of an array of one dimension; of other texts what stands between
    /// commas}
    static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        int end = text.endsWith("}") ? text.length() - 1 : text.length();
        for (int i = text.startsWith("{") ? 1 : 0; i < end; i++) {
            char character = text.charAt(i);
            if (character == '\\' && i + 1 < end) {
                i++;
                element.append(text.charAt(i));
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(character);
            }
        }
        if (end > 1) {
            elements.add(element.toString());
        }
        return elements;
    }
}
