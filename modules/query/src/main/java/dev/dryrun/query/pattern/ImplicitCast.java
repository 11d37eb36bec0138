package dev.dryrun.query.pattern;

import dev.dryrun.model.Index;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.TypeCast;

/// A comparison with another type, for which the server casts an indexed column.
final class ImplicitCast implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "implicit_cast",
                Severity.WARNING,
                "compare an indexed column with a value of its own type");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            for (Condition condition : level.conditions()) {
                for (Comparison comparison : condition.comparisons()) {
                    if (comparison.test().isSearched()) {
                        look(comparison, level, statement, sink);
                    }
                }
            }
        }
    }

    private static void look(
            Comparison comparison, Level level, StatementView statement, Sink sink) {
        for (TableColumn column : statement.columns(comparison.side())) {
            if (!statement.isLarge(column.relation())
                    || statement.isNarrowed(level, column.item())) {
                continue;
            }
            for (Node other : comparison.others()) {
                String type = Casts.type(other, statement);
                Index index = column.searchedBy().orElse(null);
                if (index != null && type != null && Casts.isCastTo(column.plainType(), type)) {
                    int at = comparison.node().location();
                    sink.warn(at, message(column, type, index, statement), hint(column, other));
                    return;
                }
            }
        }
    }

    private static String message(
            TableColumn column, String type, Index index, StatementView statement) {
        return "%s is %s and is cast to %s to be compared, so index %s of %s cannot find the rows"
                .formatted(
                        column.sql(),
                        column.plainType(),
                        type,
                        SqlIdentifier.quote(index.name()),
                        Words.withRows(
                                column.relation(), statement.figures().rows(column.relation())));
    }

    private static String hint(TableColumn column, Node other) {
        return switch (other) {
            case AConst _ -> "write the number without fraction and exponent";
            case TypeCast _ -> "leave out the cast, or cast to " + column.type();
            default -> "cast the other side to " + column.type();
        };
    }
}
