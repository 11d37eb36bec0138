package dev.dryrun.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SQL text in pieces: names without their quotes, everything else a character at a time, blanks
/// left out. Good enough to see a name in a text, not to understand it.
final class Tokens {

    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*|\\S");

    private Tokens() {}

    static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String token = matcher.group();
            tokens.add(
                    token.length() > 2 && token.startsWith("\"")
                            ? token.substring(1, token.length() - 1).replace("\"\"", "\"")
                            : token);
        }
        return tokens;
    }
}
