package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.SelectStmt;
import java.util.OptionalLong;

/// A SELECT that sends a whole large table to the client.
final class Unbounded implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "unbounded", Severity.WARNING, "limit what a query of a large table returns");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            Relation largest = isUnbounded(level, statement) ? statement.largest(level) : null;
            if (largest != null && statement.isLarge(largest)) {
                OptionalLong bytes = statement.figures().bytes(largest);
                sink.warn(
                        at(level, largest),
                        "every row of %s%s goes to the client: there is no WHERE and no LIMIT"
                                .formatted(
                                        Words.withRows(largest, statement.figures().rows(largest)),
                                        bytes.isPresent()
                                                ? ", " + Words.bytes(bytes.getAsLong()) + ","
                                                : ""),
                        "add WHERE or LIMIT; to export all, use COPY or a cursor");
            }
        }
    }

    /// {@return whether nothing keeps a level from returning all rows of what it reads}
    static boolean isUnbounded(Level level, StatementView statement) {
        return level.node() instanceof SelectStmt select
                && level.role() == Level.Role.RESULT
                && !level.limited()
                && !level.sampled()
                && select.whereClause() == null
                && select.distinctClause().isEmpty()
                && !statement.meanings().aggregates(select)
                && level.sources().stream().allMatch(Source::isNamed)
                && level.sources().stream()
                        .allMatch(source -> {
                            Relation relation = source.relation();
                            return relation != null && StatementView.isStored(relation);
                        })
                && level.conditions().stream()
                        .allMatch(condition ->
                                !condition.shared().isEmpty()
                                        || statement.items(condition.references()).size() > 1);
    }

    private static int at(Level level, Relation relation) {
        return level.sources().stream()
                .filter(source -> relation.equals(source.relation()))
                .mapToInt(source -> source.node().location())
                .findFirst()
                .orElse(-1);
    }
}
