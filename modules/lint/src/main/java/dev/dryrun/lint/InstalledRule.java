package dev.dryrun.lint;

import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.lint.spi.RuleInfo;
import dev.dryrun.model.RuleId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A rule with what it said of itself when it was loaded, so that nobody asks again.
///
/// @param id its identity
/// @param info what it is about
/// @param rule itself
/// @param folder the plugin's that brings it; null for a rule of the image
record InstalledRule(RuleId id, RuleInfo info, LintRule rule, @Nullable Path folder) {

    /// {@return where it comes from, for messages}
    String from() {
        return RuleFindings.from(rule.getClass(), folder);
    }
}
