package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `host=… user=…`: words with values, blanks around the equals sign allowed, values with
/// blanks in single quotes, and a backslash before what is meant as it is.
final class KeywordSyntax {

    private final String text;
    private int at;

    private KeywordSyntax(String text) {
        this.text = text;
    }

    /// {@return the values by keyword, unknown keywords included}
    ///
    /// @param text a connection string
    /// @throws CaptureException CONNECTION_INVALID when it is not of this form
    static Map<String, String> read(String text) {
        return new KeywordSyntax(text).pairs();
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        skipBlanks();
        while (at < text.length()) {
            int begin = at;
            while (at < text.length() && text.charAt(at) != '=' && !blank()) {
                at++;
            }
            String keyword = text.substring(begin, at);
            skipBlanks();
            if (at == text.length() || text.charAt(at) != '=') {
                throw ConnectionUri.invalid("a word is not followed by an equals sign");
            }
            at++;
            skipBlanks();
            pairs.put(keyword, at < text.length() && text.charAt(at) == '\'' ? quoted() : plain());
            skipBlanks();
        }
        return pairs;
    }

    private String plain() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !blank()) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            if (at < text.length()) {
                value.append(text.charAt(at++));
            }
        }
        return value.toString();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            if (at < text.length()) {
                value.append(text.charAt(at++));
            }
        }
        if (at >= text.length()) {
            throw ConnectionUri.invalid("a quoted value does not end");
        }
        at++;
        return value.toString();
    }

    private boolean blank() {
        return Character.isWhitespace(text.charAt(at));
    }

    private void skipBlanks() {
        while (at < text.length() && blank()) {
            at++;
        }
    }
}
