package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// What a rule says about a statement that the server would accept.
///
/// It never makes a statement invalid, however severe it is.
///
/// @param rule who says it
/// @param severity how much it matters: ERROR where the statement most likely does not do what was
///   meant, WARNING where it costs or surprises, INFO where it is worth knowing
/// @param message what is wrong and why it hurts: one line, lower-case start, no full stop
/// @param place where in the text that was checked; null when it is about the whole statement
/// @param hint what to do, in one line; null when the message says it
public record SqlWarning(
        RuleId rule,
        Severity severity,
        String message,
        @Nullable SqlPlace place,
        @Nullable String hint) {}
