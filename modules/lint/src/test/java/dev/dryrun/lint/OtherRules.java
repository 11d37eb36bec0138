package dev.dryrun.lint;

import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.model.RuleId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps tests of the runner apart from rules that they know nothing of: whoever adds a rule has
/// only that rule's own files to write.
final class OtherRules {

    private static final Set<RuleId> KNOWN =
            Set.of(new RuleId("pk/exists"), new RuleId("types/text_over_varchar"));

    private OtherRules() {}

    /// {@return what to disable: every built-in rule but two, and what the test disables}
    ///
    /// @param linter the one under test
    /// @param more disabled too
    static Set<RuleId> and(Linter linter, Collection<RuleId> more) {
        return Stream.concat(
                        more.stream(),
                        linter.rules().stream()
                                .filter(OtherRules::isBuiltIn)
                                .map(LintRule::id)
                                .filter(id -> !KNOWN.contains(id)))
                .collect(Collectors.toSet());
    }

    private static boolean isBuiltIn(LintRule rule) {
        return rule.getClass().getModule() == Linter.class.getModule();
    }
}
