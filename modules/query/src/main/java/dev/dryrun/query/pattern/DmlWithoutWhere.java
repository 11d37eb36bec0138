package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.UpdateStmt;

/// UPDATE or DELETE of every row.
final class DmlWithoutWhere implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "dml_without_where", Severity.ERROR, "say which rows UPDATE or DELETE changes");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            switch (level.node()) {
                case UpdateStmt update when update.whereClause() == null ->
                        warn("UPDATE", update.relation(), level, statement, sink);
                case DeleteStmt delete when delete.whereClause() == null ->
                        warn("DELETE", delete.relation(), level, statement, sink);
                default -> {}
            }
        }
    }

    private static void warn(
            String verb, RangeVar target, Level level, StatementView statement, Sink sink) {
        Relation relation = level.sources().getFirst().relation();
        String what =
                relation == null
                        ? target.relname() + " (size not known)"
                        : StatementView.isStored(relation)
                                ? Words.withRows(relation, statement.figures().rows(relation))
                                : Words.name(relation);
        String does = verb.equals("DELETE") ? "deletes" : "changes";
        sink.warn(
                target.location(),
                verb + " without WHERE " + does + " every row of " + what,
                hint(verb));
    }

    private static String hint(String verb) {
        return verb.equals("DELETE")
                ? "add WHERE; to empty the table, TRUNCATE says so and is faster"
                : "add WHERE; to change all rows of a large table, do it in batches";
    }
}
