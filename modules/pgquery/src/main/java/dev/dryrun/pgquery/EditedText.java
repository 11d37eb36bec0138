package dev.dryrun.pgquery;

import java.util.Collections;
import java.util.List;

/// A text with some of its parts replaced, which knows where each of its characters was before.
///
/// Immutable: any thread may use it.
public final class EditedText {

    private final String original;
    private final String text;

    /// Where the replacements begin and end in the new text; what they replaced, in the old one.
    private final int[] begins;

    private final int[] ends;
    private final int[] oldBegins;
    private final int[] oldEnds;

    /// A part of a text and what stands in its place.
    ///
    /// @param begin Java characters before it
    /// @param end Java characters before its end
    /// @param replacement what takes its place; may be empty
    public record Edit(int begin, int end, String replacement) {}

    private EditedText(String original, List<Edit> edits) {
        this.original = original;
        int size = edits.size();
        begins = new int[size];
        ends = new int[size];
        oldBegins = new int[size];
        oldEnds = new int[size];
        StringBuilder built = new StringBuilder(original.length());
        int copied = 0;
        for (int i = 0; i < size; i++) {
            Edit edit = edits.get(i);
            if (edit.begin() < copied || edit.end() < edit.begin()) {
                throw new IllegalArgumentException("edits must be in order, without overlap");
            }
            built.append(original, copied, edit.begin());
            begins[i] = built.length();
            built.append(edit.replacement());
            ends[i] = built.length();
            oldBegins[i] = edit.begin();
            oldEnds[i] = edit.end();
            copied = edit.end();
        }
        text = built.append(original, copied, original.length()).toString();
    }

    /// {@return a text as it is}
    ///
    /// @param text the text
    public static EditedText unedited(String text) {
        return new EditedText(text, Collections.emptyList());
    }

    /// {@return a text with parts of it replaced}
    ///
    /// @param original the text
    /// @param edits in the text's order, none over another
    /// @throws IllegalArgumentException when they are not
    public static EditedText of(String original, List<Edit> edits) {
        return new EditedText(original, edits);
    }

    /// {@return the new text}
    public String text() {
        return text;
    }

    /// {@return the text before anything was replaced}
    public String originalText() {
        return original;
    }

    /// {@return where a character of the new text was: Java characters before it in the old one.
    /// What was put in was where that begins which it replaced}
    ///
    /// @param offset Java characters before it in the new text; its length for the end
    public int original(int offset) {
        int low = 0;
        int high = begins.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (begins[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int before = low - 1;
        if (before < 0) {
            return offset;
        }
        return offset < ends[before]
                ? oldBegins[before]
                : oldEnds[before] + (offset - ends[before]);
    }
}
