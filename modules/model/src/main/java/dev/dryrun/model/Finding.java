package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// What a rule says about one object.
///
/// @param rule who says it
/// @param severity how much it matters
/// @param object the one object it is about
/// @param column the column it is about; null when it is about the whole object
/// @param message what is wrong and why it hurts: one line, lower-case start, no full stop
/// @param recommendation what to do: one line, an order
/// @param ddlFix statements that mend it, each ending in a semicolon; null when no statement can
public record Finding(
        RuleId rule,
        Severity severity,
        ObjectRef object,
        @Nullable String column,
        String message,
        String recommendation,
        @Nullable String ddlFix) {}
