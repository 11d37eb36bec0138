package dev.dryrun.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table: ordinary (`relkind` `r`) or partitioned (`p`), a partition included.
///
/// Source: `pg_class`, `pg_attribute`, `pg_constraint`, `pg_index`, `pg_inherits`,
/// `pg_description`; every supported server.
///
/// @param name its qualified name
/// @param columns in catalogue order (`attnum`), dropped ones left out; may be empty
/// @param constraints by name
/// @param indexes by name
/// @param partitioning how it is divided; null unless it is a partitioned table
/// @param partitionOf what it is a part of; null unless it is a partition
/// @param facts its owner, grants, comment, extension and dependencies
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable Partitioning partitioning,
        @Nullable PartitionOf partitionOf,
        Facts facts)
        implements Relation {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.TABLE, name);
    }

    /// {@return whether rows live in its partitions, never in itself}
    public boolean isPartitioned() {
        return partitioning != null;
    }

    /// {@return whether it is a partition of another table}
    public boolean isPartition() {
        return partitionOf != null;
    }

    /// {@return the column with exactly this name, or empty}
    ///
    /// @param columnName as the catalogue stores it
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }

    /// {@return the primary key, or empty when there is none}
    public Optional<Constraint> primaryKey() {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == ConstraintKind.PRIMARY_KEY)
                .findFirst();
    }
}
