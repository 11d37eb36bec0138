package dev.dryrun.catalog;

import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/// One object that a search found.
///
/// @param ref what it is and is called
/// @param table the table or view it belongs to; null unless it is a column or an index
/// @param detail a column's type, an index's definition, an enum's labels; null when the kind says
///   it all
/// @param matchedOn where the query matched: `name`, `comment`, `definition` or `label`; `all`
///   without a query
/// @param comment its comment; null when there is none
public record FoundObject(
        ObjectRef ref,
        @Nullable QualifiedName table,
        @Nullable String detail,
        String matchedOn,
        @Nullable String comment) {}
