package dev.dryrun.query;

import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rules look at statements and plans.
///
/// @param disabledRules rules that do not run; ids of other rules are passed over
/// @param minSeverity what matters less is left out; null means nothing is
public record QuerySettings(Set<RuleId> disabledRules, @Nullable Severity minSeverity) {

    /// Every rule and every warning.
    public static final QuerySettings ALL = new QuerySettings(Set.of(), null);

    public QuerySettings {
        disabledRules = Set.copyOf(disabledRules);
    }

    /// {@return whether what a rule says is to be heard}
    ///
    /// @param rule who says it
    /// @param severity how much it matters
    public boolean wants(RuleId rule, Severity severity) {
        return !disabledRules.contains(rule)
                && (minSeverity == null || severity.compareTo(minSeverity) >= 0);
    }
}
