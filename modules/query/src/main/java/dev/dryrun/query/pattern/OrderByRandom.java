package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.Node;
import org.jspecify.annotations.Nullable;

/// ORDER BY random() over a large table.
final class OrderByRandom implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "order_by_random",
                Severity.WARNING,
                "sample a large table instead of sorting it at random");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            Relation largest = statement.largest(level);
            if (largest == null
                    || level.sampled()
                    || !statement.isLarge(largest)
                    || isNarrowed(level, statement)) {
                continue;
            }
            for (Node sort : level.node().children("sortClause")) {
                Node by = sort.child("node");
                String function = by == null ? null : random(by);
                if (by != null && function != null) {
                    sink.warn(
                            by.location(),
                            "ORDER BY %s() reads and sorts all of %s"
                                    .formatted(
                                            function,
                                            Words.withRows(
                                                    largest, statement.figures().rows(largest))),
                            "use TABLESAMPLE, or pick random keys");
                }
            }
        }
    }

    private static @Nullable String random(Node by) {
        String name =
                by.kind().equals("FuncCall") && by.children("args").isEmpty()
                        ? by.names("funcname").getLast()
                        : "";
        return name.equals("random") || name.equals("gen_random_uuid") ? name : null;
    }

    private static boolean isNarrowed(Level level, StatementView statement) {
        return level.sources().stream()
                .allMatch(source -> statement.isNarrowed(level, source.item()));
    }
}
