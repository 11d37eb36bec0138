package dev.dryrun.model;

import java.util.Comparator;

/// Names one object of a database: its kind and its qualified name.
///
/// Two objects of one snapshot never share a reference. Ordered by the word of the kind, then name:
/// the order is part of every hash, so it never depends on what kinds there are.
///
/// @param kind what it is
/// @param name what it is called; for an index or a constraint the schema is its table's
public record ObjectRef(ObjectKind kind, QualifiedName name) implements Comparable<ObjectRef> {

    private static final Comparator<ObjectRef> ORDER =
            Comparator.<ObjectRef, String>comparing(ref -> ref.kind().word())
                    .thenComparing(ObjectRef::name);

    @Override
    public int compareTo(ObjectRef other) {
        return ORDER.compare(this, other);
    }
}
