package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.config.Remote;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.RemotesJson;
import dev.dryrun.report.RemotesReport;
import dev.dryrun.report.RemotesText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the remotes of the project.
@Command(name = "list", description = "List where snapshots are shared.")
final class RemoteListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    RemoteListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RemotesReport report = report(options.project(terminal), terminal);
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(RemotesJson.of(report))
                                : RemotesText.of(report));
        return 0;
    }

    static RemotesReport report(Project project, Terminal terminal) {
        List<RemotesReport.Entry> entries =
                project.config().remotes().stream().map(RemoteListCommand::entry).toList();
        return new RemotesReport(shown(project.file(), terminal), entries);
    }

    static @Nullable String shown(@Nullable Path file, Terminal terminal) {
        return file == null ? null : ProjectOptions.shown(file, terminal).toString();
    }

    private static RemotesReport.Entry entry(Remote remote) {
        return new RemotesReport.Entry(
                remote.name(), Remotes.type(remote), remote.ref(), remote.isDefault(), null, null);
    }
}
