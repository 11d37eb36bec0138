package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.pgquery.Node;

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
            for (Node other : comparison.others()) {
                String type = Casts.type(other, statement);
                if (type != null
                        && Casts.isCastTo(column.plainType(), type)
                        && statement.isLarge(column.relation())
                        && !statement.isNarrowed(level, column.item())) {
                    column.searchedBy()
                            .ifPresent(index ->
                                    sink.warn(
                                            comparison.node().location(),
                                            "%s is %s and is cast to %s to be compared, so index %s on %s is not used"
                                                    .formatted(
                                                            column.sql(),
                                                            column.plainType(),
                                                            type,
                                                            SqlIdentifier.quote(index.name()),
                                                            Words.withRows(
                                                                    column.relation(),
                                                                    statement
                                                                            .figures()
                                                                            .rows(
                                                                                    column
                                                                                            .relation()))),
                                            "give it a value of its own type: cast the value to "
                                                    + column.plainType()));
                    return;
                }
            }
        }
    }
}
