package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.IntegerNode;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.ParamRef;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SubLink;
import java.util.stream.Stream;

/// OFFSET that skips many rows.
final class OffsetPaging implements PatternRule {

    /// Fewer are skipped in no time.
    static final int SKIPPED_ROWS = 1_000;

    /// Where the number is not known, only a table of so many rows can make it a large one.
    static final long PAGED_ROWS = 100_000;

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "offset_paging", Severity.WARNING, "page by the last key seen, not by OFFSET");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            Node offset = level.node() instanceof SelectStmt select ? select.limitOffset() : null;
            Relation largest = offset == null ? null : statement.largest(level);
            if (offset == null
                    || largest == null
                    || isWritten(offset)
                    || (!(offset instanceof AConst) && isNarrowed(level, statement))) {
                continue;
            }
            boolean known = offset instanceof AConst;
            int skipped =
                    offset instanceof AConst constant
                                    && constant.val() instanceof IntegerNode(int rows)
                            ? rows
                            : 0;
            boolean many =
                    known
                            ? skipped >= SKIPPED_ROWS && statement.isLarge(largest)
                            : statement.hasRows(largest, PAGED_ROWS);
            if (many) {
                sink.warn(
                        offset.location(),
                        "OFFSET %s of %s"
                                .formatted(
                                        known
                                                ? Words.number(skipped)
                                                        + " reads and drops as many"
                                                        + " rows"
                                                : "reads and drops all rows of the pages before,",
                                        Words.withRows(largest, statement.figures().rows(largest))),
                        "page by key: WHERE key > the last one seen ORDER BY key LIMIT n");
            }
        }
    }

    /// Whether it is calculated from numbers that stand in the text.
    private static boolean isWritten(Node offset) {
        return offset instanceof AExpr
                && Stream.of(ParamRef.class, ColumnRef.class, FuncCall.class, SubLink.class)
                        .allMatch(kind -> offset.find(kind).isEmpty());
    }

    /// An index finds the few rows that are paged through: only a large number is slow then.
    private static boolean isNarrowed(Level level, StatementView statement) {
        return level.sources().stream()
                .allMatch(source -> statement.isNarrowed(level, source.item()));
    }
}
