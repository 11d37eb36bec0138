package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// What is advised about a plan or a query: one thing that is slow, and what to do.
///
/// @param rule who says it; `docs/reference/advice.md` lists them
/// @param severity how much it matters here
/// @param node the node of the plan as EXPLAIN titles it, such as `Seq Scan on orders o`; null when
///   no plan was read
/// @param table the table it is about; null when it is about none that was captured
/// @param message what is wrong and why it hurts: one line, lower-case start, no full stop
/// @param recommendation what to do: one line, an order
/// @param detail the condition, key or figure of the plan that it comes from; null when there is
///   none
/// @param ddl statements that do it, each ending in a semicolon; null when no statement can
/// @param index the index that the statements make; null when they make none
public record Advice(
        RuleId rule,
        Severity severity,
        @Nullable String node,
        @Nullable QualifiedName table,
        String message,
        String recommendation,
        @Nullable String detail,
        @Nullable String ddl,
        @Nullable IndexSuggestion index) {}
