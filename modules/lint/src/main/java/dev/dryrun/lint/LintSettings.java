package dev.dryrun.lint;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rules run, over what, and which findings are wanted.
///
/// @param disabledRules rules that do not run; one that does not exist becomes a finding
/// @param minSeverity findings below it are left out; null means none are
/// @param schema only tables of this schema; null means of all
/// @param table only tables of exactly this name; null means all
public record LintSettings(
        Set<RuleId> disabledRules,
        @Nullable Severity minSeverity,
        @Nullable String schema,
        @Nullable String table) {

    /// Every rule, over everything, and every finding.
    public static final LintSettings ALL = new LintSettings(Set.of(), null, null, null);

    public LintSettings {
        disabledRules = Set.copyOf(disabledRules);
    }

    /// {@return whether the user asked for this table}
    boolean covers(QualifiedName name) {
        return (schema == null || schema.equals(name.schema()))
                && (table == null || table.equals(name.name()));
    }

    boolean wants(Severity severity) {
        return minSeverity == null || severity.compareTo(minSeverity) >= 0;
    }
}
