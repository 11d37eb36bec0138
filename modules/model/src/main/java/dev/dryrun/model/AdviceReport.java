package dev.dryrun.model;

import java.util.List;

/// What is advised about one text: a plan, a query, or both together.
///
/// @param file what to call the text: a path as it was given, or `-` for standard input
/// @param statements the verdicts on the query's statements; empty when there was only a plan
/// @param planRead whether there was a plan
/// @param advice the gravest first, then in the plan's order
public record AdviceReport(
        String file, List<StatementVerdict> statements, boolean planRead, List<Advice> advice) {

    public AdviceReport {
        statements = List.copyOf(statements);
        advice = List.copyOf(advice);
    }

    /// {@return whether the server would accept every statement}
    public boolean valid() {
        return statements.stream().allMatch(StatementVerdict::valid);
    }

    /// {@return whether there is nothing to do: nothing invalid, and no advice beyond a note}
    public boolean clean() {
        return valid() && advice.stream().allMatch(it -> it.severity() == Severity.INFO);
    }
}
