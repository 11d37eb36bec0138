package dev.dryrun.apply;

/// What `ANALYZE` would note of the type of a column's values.
///
/// @param oid the type's, be it a domain
/// @param arrayName the type of arrays of it, in SQL; empty where there is none
/// @param equal the operator of its default operator class; 0 for none
/// @param less the same
/// @param lessName in SQL
/// @param element of an array type the elements'; 0 for others
/// @param range of a range type itself, of a multirange type its ranges'; 0 for others
record ValueType(
        long oid,
        String arrayName,
        long equal,
        long less,
        String lessName,
        long element,
        long range) {}
