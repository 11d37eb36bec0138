package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;

/// A condition on a partition key within a function or a cast.
final class PartitionKeyWrapped implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "partition_key_wrapped",
                Severity.WARNING,
                "compare a partition key itself, not a function or cast of it");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        PartitionFilters.each(
                statement,
                (source, filters) -> {
                    if (!filters.prunes() && !filters.wrapped().isEmpty()) {
                        PartitionFilters.Found found = filters.wrapped().getFirst();
                        String range = RangeHint.of(found.wrapped());
                        sink.warn(
                                found.comparison().node().location(),
                                filters.shown(statement)
                                        + " are read: only "
                                        + found.wrapped().shown()
                                        + " is limited, not the key",
                                range == null
                                        ? "compare " + found.wrapped().column().sql() + " itself"
                                        : range);
                    }
                });
    }
}
