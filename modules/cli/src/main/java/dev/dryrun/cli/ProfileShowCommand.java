package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.ProfilesJson;
import dev.dryrun.report.ProfilesReport;
import dev.dryrun.report.ProfilesReport.Entry;
import dev.dryrun.report.ProfilesText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows one profile of `dryrun.toml`.
@Command(name = "show", description = "Show a profile: variables as they are written, no password.")
final class ProfileShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The profile.")
    private String name = "";

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    ProfileShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        Entry entry =
                ProfileReader.entry(project, project.requiredProfile(name, terminal.environment()));
        ProfilesReport all = ProfileReader.report(project, terminal);
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(
                                        ProfilesJson.of(
                                                new ProfilesReport(
                                                        all.configFile(),
                                                        all.chosen(),
                                                        List.of(entry))))
                                : ProfilesText.of(entry));
        return 0;
    }
}
