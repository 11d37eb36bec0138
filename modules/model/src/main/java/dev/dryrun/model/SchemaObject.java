package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// The definition of one object of a schema: what DDL made and DDL changes.
///
/// Holds nothing that changes by itself (statistics, counters, sizes, OIDs), so that equal
/// definitions are equal records on every server.
public sealed interface SchemaObject extends Document
        permits Relation,
                Sequence,
                EnumType,
                Domain,
                CompositeType,
                RangeType,
                Function,
                Definition {

    /// {@return the object's name}
    QualifiedName name();

    /// {@return its owner, grants, comment, extension and dependencies}
    Facts facts();

    /// {@return its comment; null when there is none}
    default @Nullable String comment() {
        return facts().comment();
    }
}
