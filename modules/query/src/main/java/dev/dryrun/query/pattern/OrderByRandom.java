package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SortBy;
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
            if (!(level.node() instanceof SelectStmt select)
                    || largest == null
                    || level.sampled()
                    || !statement.isLarge(largest)
                    || isNarrowed(level, statement)) {
                continue;
            }
            for (SortBy sort : select.sortClause()) {
                String function = random(sort.node());
                if (function != null) {
                    sink.warn(
                            sort.node().location(),
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
                by instanceof FuncCall call && call.args().isEmpty()
                        ? call.funcname().getLast().sval()
                        : "";
        return name.equals("random") || name.equals("gen_random_uuid") ? name : null;
    }

    private static boolean isNarrowed(Level level, StatementView statement) {
        return level.sources().stream()
                .allMatch(source -> statement.isNarrowed(level, source.item()));
    }
}
