package dev.dryrun.json;

import java.util.List;

/// Whether texts are such as a database can hold: without NUL, and without halves of surrogate
/// pairs. SQLite would end the one early, and UTF-8 cannot write the other.
final class SoundText {

    private SoundText() {}

    /// {@return whether every string and every name of a member is sound}
    ///
    /// @param value nested no deeper than [Json#DEPTH_MAX]
    static boolean in(JsonValue value) {
        if (value instanceof JsonString(String text)) {
            return in(text);
        }
        if (value instanceof JsonArray(List<JsonValue> elements)) {
            return elements.stream().allMatch(SoundText::in);
        }
        return !(value instanceof JsonObject object)
                || object.members().entrySet().stream()
                        .allMatch(member -> in(member.getKey()) && in(member.getValue()));
    }

    private static boolean in(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return false;
                }
            }
        }
        return true;
    }
}
