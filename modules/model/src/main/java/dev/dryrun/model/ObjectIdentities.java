package dev.dryrun.model;

import java.util.Comparator;
import java.util.List;

/// The identities of the objects that have an OID of one range: those that were made about the same
/// time. Changes only when one of them comes, goes or is called otherwise, or loses a column.
///
/// Stands in the planner stream: a schema's hash does not know OIDs. They compare only where
/// server, timeline and database are the same: a copy that lives its own life gives the same OIDs
/// to other objects.
///
/// @param range the OIDs are `range * RANGE` and up
/// @param timeline of the server's write-ahead log; a restored or promoted server begins another
/// @param objects one for each, in ascending order of OID, then of what it is
public record ObjectIdentities(long range, long timeline, List<ObjectIdentity> objects)
        implements Document {

    /// How many OIDs a range has.
    public static final long RANGE = 1024;

    public ObjectIdentities {
        objects =
                objects.stream()
                        .sorted(
                                Comparator.comparingLong(ObjectIdentity::oid)
                                        .thenComparing(ObjectIdentity::object))
                        .toList();
        for (ObjectIdentity object : objects) {
            if (object.oid() / RANGE != range) {
                throw new IllegalArgumentException("an OID is in its range");
            }
        }
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.IDENTITIES, new QualifiedName("", Long.toString(range)));
    }
}
