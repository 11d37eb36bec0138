package dev.dryrun.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much a finding matters. Ordered: the more it matters, the greater.
public enum Severity {
    /// A matter of taste or of note.
    INFO,
    /// Costs something, now or later.
    WARNING,
    /// Wrong, or will fail.
    ERROR;

    /// {@return the severity in lower case, as it stands in JSON and in `dryrun.toml`}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the severity with this word, or empty when there is none}
    ///
    /// @param word as [#word] gives it
    public static Optional<Severity> ofWord(String word) {
        return Arrays.stream(values()).filter(severity -> severity.word().equals(word)).findFirst();
    }
}
