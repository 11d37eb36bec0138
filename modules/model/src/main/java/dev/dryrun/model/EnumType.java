package dev.dryrun.model;

import java.util.List;

/// An enumerated type.
///
/// Source: `pg_type`, `pg_enum`.
///
/// @param name its qualified name
/// @param labels in their order (`enumsortorder`); may be empty
/// @param facts its owner, grants, comment, extension and dependencies
public record EnumType(QualifiedName name, List<String> labels, Facts facts)
        implements SchemaObject {

    public EnumType {
        labels = List.copyOf(labels);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.ENUM, name);
    }
}
