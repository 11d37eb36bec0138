package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.SelectStmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `SELECT *` from a large table.
final class SelectStar implements PatternRule {

    /// Of a table with fewer columns, `*` is hardly more than what is wanted.
    private static final int FEW_COLUMNS = 4;

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "select_star", Severity.INFO, "name the columns that are wanted, not *");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            if (level.role() == Level.Role.RESULT
                    && level.node() instanceof SelectStmt select
                    && !level.limited()
                    && !statement.meanings().aggregates(select)) {
                Stars.in(select.targetList()).forEach(star -> look(star, level, statement, sink));
            }
        }
    }

    private static void look(ColumnRef star, Level level, StatementView statement, Sink sink) {
        List<ColumnUse> uses = statement.meanings().star(star);
        Map<FromItem, List<String>> byItem = new LinkedHashMap<>();
        for (ColumnUse use : uses == null ? List.<ColumnUse>of() : uses) {
            byItem.computeIfAbsent(use.item(), _ -> new ArrayList<>()).add(use.name());
        }
        byItem.forEach((item, columns) -> {
            Relation relation = item.relation();
            if (relation != null
                    && columns.size() >= FEW_COLUMNS
                    && StatementView.isStored(relation)
                    && statement.isLarge(relation)
                    && !isOneRow(level, item, statement)) {
                sink.warn(star.location(), message(statement, relation, columns), hint(columns));
            }
        });
    }

    /// Whether a key gives the row, or leads to the few that there are.
    private static boolean isOneRow(Level level, FromItem item, StatementView statement) {
        return statement.isNarrowed(level, item)
                && level.sources().stream().anyMatch(source -> OneRow.is(source, level, statement));
    }

    private static String message(
            StatementView statement, Relation relation, List<String> columns) {
        Optional<String> width = width(statement, relation, columns);
        return "* fetches all %d columns of %s%s, and those that are added later"
                .formatted(
                        columns.size(),
                        Words.withRows(relation, statement.figures().rows(relation)),
                        width.map(", %s a row"::formatted).orElse(""));
    }

    private static Optional<String> width(
            StatementView statement, Relation relation, List<String> columns) {
        long sum = 0;
        for (String column : columns) {
            Optional<Integer> its =
                    statement
                            .figures()
                            .column(relation, column)
                            .flatMap(found -> found.averageWidthBytes().known());
            if (its.isEmpty()) {
                return Optional.empty();
            }
            sum += its.get();
        }
        return Optional.of(Words.bytes(sum));
    }

    private static String hint(List<String> columns) {
        int shown = Math.min(columns.size(), 2 * FEW_COLUMNS);
        return "write those of its columns that are used: "
                + String.join(", ", columns.subList(0, shown))
                + (shown < columns.size() ? " …" : "");
    }
}
