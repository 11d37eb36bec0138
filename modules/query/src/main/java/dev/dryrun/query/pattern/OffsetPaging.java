package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.Node;
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
            Node offset = level.node().child("limitOffset");
            Relation largest = offset == null ? null : statement.largest(level);
            if (offset == null
                    || largest == null
                    || isWritten(offset)
                    || isSelective(level, statement)) {
                continue;
            }
            Node number = offset.kind().equals("A_Const") ? offset.child("ival") : null;
            boolean known = offset.kind().equals("A_Const");
            int skipped = number == null ? 0 : number.number("ival");
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
        return offset.kind().equals("A_Expr")
                && Stream.of("ParamRef", "ColumnRef", "FuncCall", "SubLink")
                        .allMatch(kind -> offset.find(kind).isEmpty());
    }

    /// An index finds the few rows that are paged through: only a large number is slow then.
    private static boolean isSelective(Level level, StatementView statement) {
        Node offset = level.node().child("limitOffset");
        boolean known = offset != null && offset.kind().equals("A_Const");
        return !known
                && level.sources().stream()
                        .allMatch(source -> statement.isNarrowed(level, source.item()));
    }
}
