package dev.dryrun.cli;

import dev.dryrun.config.Conventions;
import dev.dryrun.config.Project;
import dev.dryrun.model.RuleId;
import dev.dryrun.query.QuerySettings;
import dev.dryrun.report.ErrorText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What `dryrun.toml` says of the rules about statements and plans.
final class RuleSettings {

    private RuleSettings() {}

    /// {@return the rules that are wanted}
    static QuerySettings of(Project project) {
        Conventions conventions = project.config().conventions();
        return new QuerySettings(
                Set.copyOf(conventions.disabledRules()), conventions.minSeverity());
    }

    /// Warns of disabled rules that a command should know and does not. `dryrun lint` says it of
    /// all rules that are in none of its groups.
    ///
    /// @param known the rules that the command has
    static void warnOfUnknown(Project project, List<RuleId> known, Terminal terminal) {
        Set<String> groups = known.stream().map(RuleId::group).collect(Collectors.toSet());
        for (RuleId disabled : project.config().conventions().disabledRules()) {
            if (groups.contains(disabled.group()) && !known.contains(disabled)) {
                terminal.err()
                        .print(
                                ErrorText.warning(
                                        "there is no rule "
                                                + disabled
                                                + ", so disabling it does nothing"));
            }
        }
    }
}
