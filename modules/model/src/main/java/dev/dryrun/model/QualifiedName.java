package dev.dryrun.model;

import java.util.Comparator;

/// The name of an object in a schema, as the catalogue stores it: case kept, unquoted, each part
/// one to 63 bytes in the server's encoding, any character but NUL.
///
/// Ordered by schema, then name, by code point; never by locale.
///
/// @param schema `pg_namespace.nspname`
/// @param name the object's own name (`relname`, `typname` …)
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    public QualifiedName {
        if (schema.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a name has no empty part");
        }
    }

    /// {@return the name as it is shown to people and written into JSON: `schema.name`, unquoted}
    public String display() {
        return schema + "." + name;
    }

    /// {@return the name as it is written in SQL: each part quoted where PostgreSQL needs it}
    public String sql() {
        return SqlIdentifier.quote(schema) + "." + SqlIdentifier.quote(name);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return display();
    }
}
