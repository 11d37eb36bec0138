package dev.dryrun.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table: ordinary (`relkind` `r`), partitioned (`p`) or foreign (`f`), a partition included.
///
/// Source: `pg_class`, `pg_attribute`, `pg_constraint`, `pg_index`, `pg_inherits`, `pg_trigger`,
/// `pg_rewrite`, `pg_policy`, `pg_statistic_ext`, `pg_description`; every supported server.
///
/// @param name its qualified name
/// @param columns in catalogue order (`attnum`), dropped ones left out; may be empty
/// @param constraints by name
/// @param indexes by name
/// @param partitioning how it is divided; null unless it is a partitioned table
/// @param partitionOf what it is a part of; null unless it is a partition
/// @param inherits its parents in order (`INHERITS`); empty for a partition
/// @param ofType the composite type it follows (`OF`); null when there is none
/// @param storage how it keeps its rows
/// @param replicaIdentity what it logs of old rows
/// @param rowSecurity who sees which rows
/// @param triggers by name
/// @param rules by name
/// @param statistics its extended statistics objects by name
/// @param foreign where its rows are; null unless it is a foreign table
/// @param facts its owner, grants, comment, extension and dependencies
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable Partitioning partitioning,
        @Nullable PartitionOf partitionOf,
        List<QualifiedName> inherits,
        @Nullable QualifiedName ofType,
        TableStorage storage,
        ReplicaIdentity replicaIdentity,
        RowSecurity rowSecurity,
        List<Trigger> triggers,
        List<Rule> rules,
        List<StatisticsObject> statistics,
        @Nullable ForeignSource foreign,
        Facts facts)
        implements Relation {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        inherits = List.copyOf(inherits);
        triggers = List.copyOf(triggers);
        rules = List.copyOf(rules);
        statistics = List.copyOf(statistics);
    }

    /// {@return an ordinary table that has nothing but columns}
    ///
    /// @param name its qualified name
    /// @param columns in order
    /// @param facts its owner, grants, comment, extension and dependencies
    public static Table of(QualifiedName name, List<Column> columns, Facts facts) {
        return new Table(
                name,
                columns,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                TableStorage.DEFAULT,
                ReplicaIdentity.DEFAULT,
                RowSecurity.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                facts);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(foreign == null ? ObjectKind.TABLE : ObjectKind.FOREIGN_TABLE, name);
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
