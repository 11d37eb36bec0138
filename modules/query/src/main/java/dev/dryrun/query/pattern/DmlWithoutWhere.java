package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.Node;

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
            Node node = level.node();
            String verb =
                    switch (node.kind()) {
                        case "UpdateStmt" -> "UPDATE";
                        case "DeleteStmt" -> "DELETE";
                        default -> null;
                    };
            Node target = node.child("relation");
            if (verb != null && target != null && node.child("whereClause") == null) {
                sink.warn(target.location(), message(verb, level, statement), hint(verb));
            }
        }
    }

    private static String message(String verb, Level level, StatementView statement) {
        Source target = level.sources().getFirst();
        Relation relation = target.relation();
        String what =
                relation == null
                        ? target.node().text("relname") + " (size not known)"
                        : StatementView.isStored(relation)
                                ? Words.withRows(relation, statement.figures().rows(relation))
                                : Words.name(relation);
        String does = verb.equals("DELETE") ? "deletes" : "changes";
        return verb + " without WHERE " + does + " every row of " + what;
    }

    private static String hint(String verb) {
        return verb.equals("DELETE")
                ? "add WHERE; to empty the table, TRUNCATE says so and is faster"
                : "add WHERE; to change all rows of a large table, do it in batches";
    }
}
