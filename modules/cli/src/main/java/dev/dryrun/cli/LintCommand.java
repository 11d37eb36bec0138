package dev.dryrun.cli;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.config.Conventions;
import dev.dryrun.config.Project;
import dev.dryrun.lint.LintReport;
import dev.dryrun.lint.LintSettings;
import dev.dryrun.lint.Linter;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.plugin.PluginApi;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.LintJson;
import dev.dryrun.report.LintText;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Holds the captured schema to the conventions.
@Command(
        name = "lint",
        description = "Check the captured schema against the conventions.",
        footer = {"", "Exit status: 0 no error found, 1 an error found, 2 could not do it."})
final class LintCommand implements Callable<Integer> {

    /// The rule that `prefer_text_over_varchar` switches.
    private static final RuleId TEXT_OVER_VARCHAR = new RuleId("types/text_over_varchar");

    private final Terminal terminal;

    @Option(names = "--schema", paramLabel = "NAME", description = "Only tables of this schema.")
    private @Nullable String schema;

    @Mixin private final ProjectOptions project = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project found = project.project(terminal);
        LintReport report;
        try (Catalog catalog =
                Catalog.open(project.historyFile(found, terminal), project.key(found, terminal))) {
            InstalledPlugins plugins = InstalledPlugins.of(terminal, found.root());
            Linter linter = Linter.withPlugins(plugins.layers(PluginApi.LINT));
            report = linter.run(catalog, settings(found));
        }
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(
                                        LintJson.of(report.findings(), report.tablesChecked()))
                                : LintText.of(report.findings(), report.tablesChecked()));
        return report.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? 1
                : 0;
    }

    private LintSettings settings(Project found) {
        Conventions conventions = found.config().conventions();
        Set<RuleId> disabled = new HashSet<>(conventions.disabledRules());
        if (!conventions.preferTextOverVarchar()) {
            disabled.add(TEXT_OVER_VARCHAR);
        }
        return new LintSettings(disabled, conventions.minSeverity(), schema, null);
    }
}
