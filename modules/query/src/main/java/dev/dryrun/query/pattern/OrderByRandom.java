package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.Node;

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
            for (Node sort : level.node().children("sortClause")) {
                Node by = sort.child("node");
                boolean random =
                        by != null
                                && by.kind().equals("FuncCall")
                                && by.children("args").isEmpty()
                                && isRandom(by.names("funcname").getLast());
                if (random
                        && largest != null
                        && !level.sampled()
                        && statement.isLarge(largest)
                        && !isNarrowed(level, statement)) {
                    sink.warn(
                            by.location(),
                            "ORDER BY %s() reads and sorts all of %s to return a few"
                                    .formatted(
                                            by.names("funcname").getLast(),
                                            Words.withRows(
                                                    largest, statement.figures().rows(largest))),
                            "use TABLESAMPLE SYSTEM_ROWS or BERNOULLI, or pick random keys");
                }
            }
        }
    }

    private static boolean isRandom(String function) {
        return function.equals("random") || function.equals("gen_random_uuid");
    }

    private static boolean isNarrowed(Level level, StatementView statement) {
        return level.sources().stream()
                .allMatch(source -> statement.isNarrowed(level, source.item()));
    }
}
