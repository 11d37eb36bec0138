package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// The name of an object in a schema, as the catalogue stores it: case kept, unquoted, each part
/// one to 63 bytes in the server's encoding, any character but NUL.
///
/// Ordered by schema, then name, by code point; never by locale.
///
/// @param schema `pg_namespace.nspname`; empty for an object outside of schemas: an extension, a
///   cast, a schema itself …
/// @param name the object's own name (`relname`, `typname` …)
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    public QualifiedName {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is not empty");
        }
    }

    /// {@return the name as it is shown to people and written into JSON: `schema.name`, unquoted;
    /// `name` alone outside of schemas}
    public String display() {
        return schema.isEmpty() ? name : schema + "." + name;
    }

    /// {@return the name as it is written in SQL: each part quoted where PostgreSQL needs it}
    public String sql() {
        String own = SqlIdentifier.quote(name);
        return schema.isEmpty() ? own : SqlIdentifier.quote(schema) + "." + own;
    }

    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    // As a record has them, which the quick compiler makes slow.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QualifiedName known
                && name.equals(known.name)
                && schema.equals(known.schema);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return display();
    }
}
