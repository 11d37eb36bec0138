package dev.dryrun.model;

/// The definition of one object of a schema: what DDL made and DDL changes.
///
/// Holds nothing that changes by itself (statistics, counters, sizes, OIDs), so that equal
/// definitions are equal records on every server.
public sealed interface SchemaObject extends Document permits Table, View, EnumType {

    /// {@return the object's name}
    QualifiedName name();
}
