package dev.dryrun.model;

import java.util.Comparator;

/// A column of a relation. Ordered by relation, then column.
///
/// @param relation the table, view or foreign table
/// @param column `attname`
public record ColumnName(QualifiedName relation, String column) implements Comparable<ColumnName> {

    private static final Comparator<ColumnName> ORDER =
            Comparator.comparing(ColumnName::relation).thenComparing(ColumnName::column);

    /// {@return `schema.relation.column`, unquoted, as it is shown to people}
    public String display() {
        return relation.display() + "." + column;
    }

    @Override
    public int compareTo(ColumnName other) {
        return ORDER.compare(this, other);
    }
}
