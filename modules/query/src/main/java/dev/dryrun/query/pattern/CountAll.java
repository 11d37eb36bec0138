package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.SelectStmt;
import org.jspecify.annotations.Nullable;

/// `count(*)` of a huge table.
final class CountAll implements PatternRule {

    /// From here on a count takes long enough to be noticed.
    static final long HUGE_ROWS = 1_000_000;

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "count_all", Severity.INFO, "estimate the rows of a huge table, or count a part");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            FuncCall call = counted(level);
            Relation relation =
                    call == null || level.sampled() ? null : level.sources().getFirst().relation();
            if (call != null
                    && relation != null
                    && StatementView.isStored(relation)
                    && statement.hasRows(relation, HUGE_ROWS)) {
                sink.warn(
                        call.location(),
                        "count(*) reads all of " + words(statement, relation) + " each time",
                        "where about is enough: SELECT reltuples::bigint FROM pg_class WHERE oid ="
                                + " '"
                                + Words.name(relation).replace("'", "''")
                                + "'::regclass");
            }
        }
    }

    private static String words(StatementView statement, Relation relation) {
        return Words.withRows(relation, statement.figures().rows(relation));
    }

    private static @Nullable FuncCall counted(Level level) {
        return level.node() instanceof SelectStmt select
                        && level.role() != Level.Role.EXISTS
                        && level.sources().size() == 1
                        && select.targetList().size() == 1
                        && select.whereClause() == null
                        && select.havingClause() == null
                        && select.groupClause().isEmpty()
                        && select.targetList().getFirst().val() instanceof FuncCall call
                        && call.aggStar()
                        && call.funcname().getLast().sval().equals("count")
                        && call.aggFilter() == null
                        && call.over() == null
                ? call
                : null;
    }
}
