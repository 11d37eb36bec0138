package dev.dryrun.config;

import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `[conventions]`: what lint holds a schema to. Words are checked when the file is read.
///
/// @param tableName `auto`, `snake_singular`, `snake_plural`, `camelCase`, `PascalCase` or
///   `custom_regex`
/// @param columnName `snake_case`, `camelCase` or `custom_regex`
/// @param primaryKeyType `bigint_identity`, `int_identity`, `uuid`, or empty for no convention
/// @param foreignKeyPattern a constraint's name with `{table}` and `{column}`
/// @param indexPattern an index's name with `{table}` and `{columns}`
/// @param requireTimestamps whether every table has `created_at` and `updated_at`
/// @param timestampType the accepted timestamp type; any but `timestamptz` turns the two rules off
/// @param preferTextOverVarchar whether `varchar` is a finding
/// @param minSeverity findings below it are left out; null means none are
/// @param disabledRules rules that do not run, in the file's order
/// @param tableNameRegex with style `custom_regex`; null with any other
/// @param columnNameRegex with style `custom_regex`; null with any other
public record Conventions(
        String tableName,
        String columnName,
        String primaryKeyType,
        String foreignKeyPattern,
        String indexPattern,
        boolean requireTimestamps,
        String timestampType,
        boolean preferTextOverVarchar,
        @Nullable Severity minSeverity,
        List<RuleId> disabledRules,
        @Nullable String tableNameRegex,
        @Nullable String columnNameRegex) {

    public Conventions {
        disabledRules = List.copyOf(disabledRules);
    }
}
