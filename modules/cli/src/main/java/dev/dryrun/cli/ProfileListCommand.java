package dev.dryrun.cli;

import dev.dryrun.report.JsonText;
import dev.dryrun.report.ProfilesJson;
import dev.dryrun.report.ProfilesReport;
import dev.dryrun.report.ProfilesText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the profiles of `dryrun.toml`.
@Command(name = "list", description = "List the profiles of dryrun.toml.")
final class ProfileListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    ProfileListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProfilesReport report = ProfileReader.report(options.project(terminal), terminal);
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(ProfilesJson.of(report))
                                : ProfilesText.of(report));
        return 0;
    }
}
