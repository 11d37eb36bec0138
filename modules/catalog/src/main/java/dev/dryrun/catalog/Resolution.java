package dev.dryrun.catalog;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import java.util.List;

/// What a relation's name stands for.
public sealed interface Resolution {

    /// Exactly one relation.
    ///
    /// @param relation a table or a view
    record Found(Relation relation) implements Resolution {}

    /// None that the search path reaches.
    ///
    /// @param elsewhere relations of exactly this name in other schemas, by schema
    /// @param near relations with a similar name, nearest first; may be empty
    record Missing(List<QualifiedName> elsewhere, List<QualifiedName> near) implements Resolution {
        public Missing {
            elsewhere = List.copyOf(elsewhere);
            near = List.copyOf(near);
        }
    }
}
