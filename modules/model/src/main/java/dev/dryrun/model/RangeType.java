package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// A range type, with the multirange type that comes with it.
///
/// Source: `pg_type` (`typtype` `r`), `pg_range`. Names of other objects stand as SQL writes them.
///
/// @param name its qualified name
/// @param subtype `format_type(rngsubtype)`
/// @param subtypeOperatorClass the B-tree operator class that orders the subtype
/// @param collation null when the subtype has no collation or it is the subtype's own
/// @param canonical the function that makes equal ranges look equal; null when there is none
/// @param subtypeDiff the function that measures distances; null when there is none
/// @param multirange the multirange type's name
/// @param facts its owner, grants, comment, extension and dependencies
public record RangeType(
        QualifiedName name,
        String subtype,
        String subtypeOperatorClass,
        @Nullable String collation,
        @Nullable String canonical,
        @Nullable String subtypeDiff,
        QualifiedName multirange,
        Facts facts)
        implements SchemaObject {

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.RANGE, name);
    }
}
