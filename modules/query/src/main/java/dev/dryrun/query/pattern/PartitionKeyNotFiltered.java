package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import java.util.stream.Collectors;

/// A query of a partitioned table that reads every partition.
final class PartitionKeyNotFiltered implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "partition_key_not_filtered",
                Severity.WARNING,
                "limit the key of a partitioned table, so that partitions are left out");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        PartitionFilters.each(
                statement,
                (source, filters) -> {
                    if (!filters.prunes() && filters.wrapped().isEmpty()) {
                        String key =
                                filters.needed().stream()
                                        .map(SqlIdentifier::quote)
                                        .collect(Collectors.joining(", "));
                        sink.warn(
                                source.node().location(),
                                filters.shown(statement)
                                        + " are read: nothing limits the key, "
                                        + key,
                                "add a condition on " + key);
                    }
                });
    }
}
