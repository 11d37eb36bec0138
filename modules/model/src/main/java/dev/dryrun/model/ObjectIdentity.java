package dev.dryrun.model;

import java.util.List;

/// What the server knows an object by, whatever it is called.
///
/// Source: `oid` of `pg_namespace`, `pg_class`, `pg_proc`, `pg_type`; `attnum` of `pg_attribute`.
///
/// @param oid tells it from all other objects of its kind in this database
/// @param object what it is called; an index stands by itself, with its schema
/// @param droppedColumns the numbers of columns that are no more, ascending: columns keep their
///   numbers, so those that are there have the others, in their order
public record ObjectIdentity(long oid, ObjectRef object, List<Integer> droppedColumns) {

    public ObjectIdentity {
        droppedColumns = List.copyOf(droppedColumns);
    }
}
