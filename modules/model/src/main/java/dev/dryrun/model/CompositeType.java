package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A type of several attributes that stands by itself, no table's row type.
///
/// Source: `pg_class` (`relkind` `c`), `pg_attribute`.
///
/// @param name its qualified name
/// @param attributes in order, dropped ones left out; may be empty
/// @param facts its owner, grants, comment, extension and dependencies
public record CompositeType(QualifiedName name, List<Attribute> attributes, Facts facts)
        implements SchemaObject {

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.COMPOSITE, name);
    }

    /// An attribute of a composite type.
    ///
    /// @param name `attname`
    /// @param type `format_type(atttypid, atttypmod)`
    /// @param collation the collation as SQL names it; null when it is the type's own
    /// @param comment `COMMENT ON COLUMN`; null when there is none
    public record Attribute(
            String name, String type, @Nullable String collation, @Nullable String comment) {}
}
