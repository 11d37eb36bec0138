package dev.dryrun.model;

import java.util.regex.Pattern;

/// The identity of a rule: `group/name`, lower case, at most 64 characters.
///
/// It lives in reports, configuration and baselines: once released it never changes.
///
/// @param text the whole identity
public record RuleId(String text) implements Comparable<RuleId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*/[a-z][a-z0-9_]*");
    private static final int LENGTH_MAX = 64;

    public RuleId {
        if (text.length() > LENGTH_MAX || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a rule id (group/name): " + text);
        }
    }

    /// {@return the part before the slash}
    public String group() {
        return text.substring(0, text.indexOf('/'));
    }

    @Override
    public int compareTo(RuleId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
