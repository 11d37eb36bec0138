package dev.dryrun.masking;

import dev.dryrun.model.QualifiedName;
import java.util.Set;

/// What of a database may hold values of hidden columns beside those columns.
///
/// @param types those that somebody made and that hidden columns have, or are made of
/// @param divided the relations whose partitions' bounds hold values of a hidden column
/// @param views the views among the relations with hidden columns
/// @param functions those that are given values of a relation with hidden columns or of one of the
///   types, without the types of their arguments
record Reach(
        Set<QualifiedName> types,
        Set<QualifiedName> divided,
        Set<QualifiedName> views,
        Set<QualifiedName> functions) {

    static final Reach NONE = new Reach(Set.of(), Set.of(), Set.of(), Set.of());

    Reach {
        types = Set.copyOf(types);
        divided = Set.copyOf(divided);
        views = Set.copyOf(views);
        functions = Set.copyOf(functions);
    }
}
