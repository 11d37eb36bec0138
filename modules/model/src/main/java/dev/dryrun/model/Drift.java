package dev.dryrun.model;

import java.util.List;

/// How a database stands to what was captured of it. The [#word] is public: it stands in JSON.
public enum Drift {
    /// Nothing differs.
    IDENTICAL("identical"),
    /// The database has more, and all else as it was captured.
    AHEAD("ahead"),
    /// The database has less, and all else as it was captured.
    BEHIND("behind"),
    /// Something is other than it was captured, or both sides have what the other has not.
    DIVERGED("diverged");

    private final String word;

    Drift(String word) {
        this.word = word;
    }

    /// {@return the word that stands in JSON}
    public String word() {
        return word;
    }

    /// {@return where a delta leads}
    ///
    /// @param delta from what was captured to the database
    public static Drift of(SchemaDelta delta) {
        if (delta.isEmpty()) {
            return IDENTICAL;
        }
        boolean more = false;
        boolean less = false;
        for (ObjectChange change : delta.causes()) {
            switch (change) {
                case ObjectChange.Added _ -> more = true;
                case ObjectChange.Removed _ -> less = true;
                case ObjectChange.Renamed _ -> {
                    return DIVERGED;
                }
                case ObjectChange.Changed(_, List<PropertyChange> properties, _, _) -> {
                    for (PropertyChange property : properties) {
                        if (property.follows() == null) {
                            switch (property.action()) {
                                case ADDED -> more = true;
                                case REMOVED -> less = true;
                                case CHANGED, RENAMED, REORDERED -> {
                                    return DIVERGED;
                                }
                            }
                        }
                    }
                }
            }
        }
        return more && less ? DIVERGED : more ? AHEAD : less ? BEHIND : DIVERGED;
    }
}
