package dev.dryrun.query;

import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rules look at statements.
///
/// @param disabledRules rules that do not run; ids of other rules are passed over
/// @param minSeverity warnings that matter less are left out; null means none are
public record QuerySettings(Set<RuleId> disabledRules, @Nullable Severity minSeverity) {

    /// Every rule and every warning.
    public static final QuerySettings ALL = new QuerySettings(Set.of(), null);

    public QuerySettings {
        disabledRules = Set.copyOf(disabledRules);
    }
}
