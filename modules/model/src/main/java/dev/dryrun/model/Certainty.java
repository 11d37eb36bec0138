package dev.dryrun.model;

import java.util.Locale;

/// How sure a verdict is that the server would say the same.
public enum Certainty {
    /// The server says so whenever the schema is as it was captured.
    CERTAIN,
    /// Depends on something that was not captured, such as a session's `search_path`.
    LIKELY;

    /// {@return the certainty in lower case, as it stands in JSON}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
