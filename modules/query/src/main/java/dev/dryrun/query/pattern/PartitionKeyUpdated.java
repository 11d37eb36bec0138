package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.ResTarget;
import dev.dryrun.pgquery.tree.UpdateStmt;
import java.util.List;
import java.util.OptionalLong;

/// An UPDATE that moves rows to other partitions.
final class PartitionKeyUpdated implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "partition_key_updated",
                Severity.WARNING,
                "leave the key of a row in a partitioned table as it is");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            if (level.node() instanceof UpdateStmt update
                    && level.sources().getFirst().relation() instanceof Table table
                    && table.isPartitioned()
                    && !isSmall(table, statement)) {
                List<String> key = PartitionKey.columns(table);
                for (ResTarget target : update.targetList()) {
                    String column = target.name();
                    if (column != null && key.contains(column)) {
                        sink.warn(
                                target.location(),
                                message(table, column, statement),
                                "update the other columns only, or delete and insert the row");
                    }
                }
            }
        }
    }

    private static boolean isSmall(Table table, StatementView statement) {
        OptionalLong rows = statement.figures().rows(table);
        return rows.isPresent() && rows.getAsLong() < StatementView.SMALL_ROWS;
    }

    private static String message(Table table, String column, StatementView statement) {
        return "%s is in the partition key of %s (%s): a row that moves is deleted and inserted"
                        .formatted(
                                SqlIdentifier.quote(column),
                                Words.name(table),
                                Words.partitions(statement.figures().leaves(table).size()))
                + " anew, and who else updates it meanwhile gets an error";
    }
}
