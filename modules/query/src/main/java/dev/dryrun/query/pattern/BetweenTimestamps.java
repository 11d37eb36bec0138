package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AExprKind;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.TypeCast;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// BETWEEN on a timestamp with a day as its upper bound.
final class BetweenTimestamps implements PatternRule {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "between_timestamps",
                Severity.WARNING,
                "end a range of timestamps before the next day, not at midnight");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (AExpr operation : statement.shape().operations()) {
            if (operation.kind() != AExprKind.AEXPR_BETWEEN) {
                continue;
            }
            for (Comparison comparison : Comparison.of(operation)) {
                List<TableColumn> columns = statement.columns(comparison.side());
                String last = day(comparison.others().getLast());
                if (!columns.isEmpty()
                        && columns.getFirst().plainType().startsWith("timestamp")
                        && last != null) {
                    sink.warn(
                            operation.location(),
                            ("BETWEEN ends at %s 00:00: the rest of that day is left out,"
                                            + " as %s has a time of day")
                                    .formatted(last, columns.getFirst().sql()),
                            hint(columns.getFirst(), comparison.others().getFirst(), last));
                }
            }
        }
    }

    /// {@return the day that a literal is; null when it is no literal of a day alone}
    private static @Nullable String day(Node value) {
        Node literal = value instanceof TypeCast cast ? cast.arg() : value;
        return literal instanceof AConst constant
                        && constant.val() instanceof StringNode(String text)
                        && DAY.matcher(text).matches()
                ? text
                : null;
    }

    private static String hint(TableColumn column, Node first, String last) {
        String name = SqlIdentifier.quote(column.name());
        String from = day(first);
        String next;
        try {
            next = LocalDate.parse(last).plusDays(1).toString();
        } catch (DateTimeException _) {
            return "write " + name + " >= … AND " + name + " < the day after";
        }
        return "write %s >= %s AND %s < '%s' where all of that day is meant"
                .formatted(name, from == null ? "…" : "'" + from + "'", name, next);
    }
}
