package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// Names one object of a database: its kind and its qualified name.
///
/// Two objects of one snapshot never share a reference. Ordered by the word of the kind, then name:
/// the order is part of every hash, so it never depends on what kinds there are.
///
/// @param kind what it is
/// @param name what it is called; for an index or a constraint the schema is its table's
public record ObjectRef(ObjectKind kind, QualifiedName name) implements Comparable<ObjectRef> {

    @Override
    public int compareTo(ObjectRef other) {
        int byKind = kind == other.kind ? 0 : kind.word().compareTo(other.kind.word());
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    // As a record has them, which the quick compiler makes slow: a capture has a map of all.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectRef ref && kind == ref.kind && name.equals(ref.name);
    }

    @Override
    public int hashCode() {
        return 31 * kind.word().hashCode() + name.hashCode();
    }
}
