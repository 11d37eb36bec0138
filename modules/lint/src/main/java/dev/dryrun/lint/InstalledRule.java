package dev.dryrun.lint;

import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.lint.spi.RuleInfo;
import dev.dryrun.model.RuleId;

/// A rule with what it said of itself when it was loaded, so that nobody asks again.
///
/// @param id its identity
/// @param info what it is about
/// @param rule itself
record InstalledRule(RuleId id, RuleInfo info, LintRule rule) {}
