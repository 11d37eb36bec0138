package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// A sequence of its own. One behind an identity column stands at that column.
///
/// Source: `pg_class`, `pg_sequence`, `pg_depend`.
///
/// @param name its qualified name
/// @param parameters how it counts
/// @param unlogged whether a crash resets it
/// @param ownedBy the column it is dropped with (`serial`, `OWNED BY`); null when there is none
/// @param facts its owner, grants, comment, extension and dependencies
public record Sequence(
        QualifiedName name,
        SequenceParameters parameters,
        boolean unlogged,
        @Nullable OwnedBy ownedBy,
        Facts facts)
        implements SchemaObject {

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.SEQUENCE, name);
    }

    /// A column that a sequence belongs to.
    ///
    /// @param table its table
    /// @param column its name
    public record OwnedBy(QualifiedName table, String column) {}
}
