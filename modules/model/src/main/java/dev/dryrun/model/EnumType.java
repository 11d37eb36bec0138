package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An enumerated type.
///
/// Source: `pg_type`, `pg_enum`.
///
/// @param name its qualified name
/// @param labels in their order (`enumsortorder`); may be empty
/// @param comment `COMMENT ON TYPE`; null when there is none
public record EnumType(QualifiedName name, List<String> labels, @Nullable String comment)
        implements SchemaObject {

    public EnumType {
        labels = List.copyOf(labels);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.ENUM, name);
    }
}
