package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A domain: a type with conditions.
///
/// Source: `pg_type` (`typtype` `d`), `pg_constraint`.
///
/// @param name its qualified name
/// @param baseType `format_type(typbasetype, typtypmod)`; may be another domain
/// @param notNull null when NULL is allowed
/// @param defaultExpression the deparsed default; null when there is none
/// @param collation the collation as SQL names it; null when it is the base type's
/// @param checks by name
/// @param facts its owner, grants, comment, extension and dependencies
public record Domain(
        QualifiedName name,
        String baseType,
        @Nullable NotNull notNull,
        @Nullable String defaultExpression,
        @Nullable String collation,
        List<Check> checks,
        Facts facts)
        implements SchemaObject {

    public Domain {
        checks = List.copyOf(checks);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.DOMAIN, name);
    }

    /// A domain's `NOT NULL`.
    ///
    /// @param constraint the constraint's name; null where the server gave it the usual one, and
    ///   before PostgreSQL 17, which keeps none
    /// @param comment `COMMENT ON CONSTRAINT … ON DOMAIN`; null when there is none
    public record NotNull(@Nullable String constraint, @Nullable String comment) {}

    /// A condition that every value fulfils.
    ///
    /// @param name `conname`
    /// @param expression as the server deparses it, in parentheses: `(VALUE > 0)`
    /// @param validated false after `NOT VALID`
    /// @param comment `COMMENT ON CONSTRAINT … ON DOMAIN`; null when there is none
    public record Check(
            String name, String expression, boolean validated, @Nullable String comment) {}
}
