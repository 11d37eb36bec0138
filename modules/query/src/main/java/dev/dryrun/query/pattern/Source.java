package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeVar;
import org.jspecify.annotations.Nullable;

/// Something that a query reads rows from, or writes to.
///
/// @param node a `RangeVar`, a `RangeSubselect`, a `RangeFunction` …
/// @param item what names see of it; null when it was not looked at
record Source(Node node, @Nullable FromItem item) {

    /// {@return the relation it is; null when it is none, or not known}
    @Nullable Relation relation() {
        return item == null ? null : item.relation();
    }

    /// {@return whether it reads what is to be named by a relation, rather than a subquery}
    boolean isNamed() {
        return node instanceof RangeVar;
    }
}
