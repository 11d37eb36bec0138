package dev.dryrun.masking;

import dev.dryrun.model.Column;
import dev.dryrun.model.Column.Generated;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.RowSecurity;
import dev.dryrun.model.RowSecurity.Policy;
import dev.dryrun.model.Table;
import org.jspecify.annotations.Nullable;

/// Takes the values of hidden columns out of a table: out of defaults, generated columns, checks,
/// partition bounds and policies, and out of all that hangs on it.
///
/// @param hidden which columns
/// @param texts what cuts constants out
record TableMask(HiddenColumns hidden, MaskedTexts texts) {

    Table mask(Table table) {
        RelationMask parts = new RelationMask(table.name(), hidden, texts);
        return new Table(
                table.name(),
                table.columns().stream().map(column -> mask(table, column)).toList(),
                table.constraints().stream().map(constraint -> mask(table, constraint)).toList(),
                parts.indexes(table.indexes()),
                mask(table, table.partitioning()),
                mask(table.partitionOf()),
                table.inherits(),
                table.ofType(),
                table.storage(),
                table.replicaIdentity(),
                mask(table, table.rowSecurity()),
                parts.triggers(table.triggers()),
                parts.rules(table.rules()),
                parts.statistics(table.statistics()),
                table.foreign(),
                table.facts());
    }

    private Column mask(Table table, Column column) {
        boolean hides = hidden.of(table.name()).contains(column.name());
        Generated generated = column.generated();
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.defaultExpression().map(text -> mask(table, hides, text)),
                column.identity(),
                generated == null
                        ? null
                        : new Generated(
                                generated.expression().map(text -> mask(table, hides, text)),
                                generated.stored()),
                column.attributes(),
                column.comment());
    }

    /// What a hidden column is given is a value of it, whatever it is made of.
    private String mask(Table table, boolean hides, String expression) {
        return hides ? texts.withoutConstants(expression) : texts.of(table.name(), expression);
    }

    private Constraint mask(Table table, Constraint constraint) {
        return new Constraint(
                constraint.name(),
                constraint.kind(),
                constraint.columns(),
                constraint.references(),
                texts.of(table.name(), constraint.expression()),
                constraint.timing(),
                constraint.validated(),
                constraint.enforced(),
                constraint.temporal(),
                constraint.noInherit(),
                constraint.local(),
                constraint.parents(),
                constraint.comment());
    }

    private @Nullable Partitioning mask(Table table, @Nullable Partitioning partitioning) {
        return partitioning == null
                ? null
                : new Partitioning(
                        partitioning.strategy(), texts.of(table.name(), partitioning.key()));
    }

    private @Nullable PartitionOf mask(@Nullable PartitionOf partition) {
        return partition == null || !hidden.divide(partition.parent())
                ? partition
                : new PartitionOf(
                        partition.parent(), partition.bound().map(texts::withoutConstants));
    }

    private RowSecurity mask(Table table, RowSecurity security) {
        return new RowSecurity(
                security.enabled(),
                security.forced(),
                security.policies().stream().map(policy -> mask(table, policy)).toList());
    }

    private Policy mask(Table table, Policy policy) {
        return new Policy(
                policy.name(),
                policy.command(),
                policy.permissive(),
                policy.roles(),
                texts.of(table.name(), policy.using()),
                texts.of(table.name(), policy.check()),
                policy.comment());
    }
}
