package dev.dryrun.lint.spi;

import dev.dryrun.model.Severity;

/// What a rule is about.
///
/// @param summary what the rule demands: one line, an order, no full stop
/// @param severity of its findings, unless one says otherwise
/// @param docs where it is explained: for a built-in rule its page in `docs/rules`, without `.md`;
///   for any other a URL
public record RuleInfo(String summary, Severity severity, String docs) {}
