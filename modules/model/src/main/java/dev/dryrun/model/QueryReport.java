package dev.dryrun.model;

import java.util.List;

/// What is said of one text of SQL.
///
/// @param file what to call the text: a path as it was given, or `-` for standard input
/// @param statements in the text's order; empty for a text without any
public record QueryReport(String file, List<StatementVerdict> statements) {

    public QueryReport {
        statements = List.copyOf(statements);
    }

    /// {@return whether the server would accept every statement}
    public boolean valid() {
        return statements.stream().allMatch(StatementVerdict::valid);
    }
}
