package dev.dryrun.query;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that WITH gives, at one place of a statement.
///
/// @param outer those of the queries around; null for the outermost
/// @param names those of this query
record Ctes(@Nullable Ctes outer, Set<String> names) {

    static final Ctes NONE = new Ctes(null, Set.of());

    boolean has(String name) {
        return names.contains(name) || (outer != null && outer.has(name));
    }
}
