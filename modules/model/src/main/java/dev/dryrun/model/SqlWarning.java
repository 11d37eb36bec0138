package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// What a rule says about a statement that the server would accept.
///
/// @param rule who says it
/// @param message what is wrong and why it hurts: one line, lower-case start, no full stop
/// @param place where in the text that was checked; null when it is about the whole statement
/// @param hint what to do, in one line; null when the message says it
public record SqlWarning(
        RuleId rule, String message, @Nullable SqlPlace place, @Nullable String hint) {}
