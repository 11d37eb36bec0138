package dev.dryrun.catalog;

import dev.dryrun.model.ObjectKind;
import org.jspecify.annotations.Nullable;

/// What to look for.
///
/// @param query part of a name, comment, definition or enum label, letter case aside; null finds
///   every object
/// @param kind only objects of this kind; null for all kinds
/// @param schema only objects of this schema, exactly; null for all schemas
/// @param limit how many at the most; 0 for all
/// @param offset how many to leave out at the start
public record FindRequest(
        @Nullable String query,
        @Nullable ObjectKind kind,
        @Nullable String schema,
        int limit,
        int offset) {

    public FindRequest {
        if (limit < 0 || offset < 0) {
            throw new IllegalArgumentException("limit and offset are not negative");
        }
    }
}
