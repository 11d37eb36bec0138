package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.config.Remote;
import dev.dryrun.model.DryrunException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.RemotesJson;
import dev.dryrun.report.RemotesReport;
import dev.dryrun.report.RemotesText;
import dev.dryrun.store.SharedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Asks remotes whether they can be reached, read and written.
@Command(
        name = "check",
        description = "Ask remotes whether they can be read and written.",
        footer = {"", "Exit status: 0 all can, 1 one cannot, 2 could not ask."})
final class RemoteCheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Which; default: all of dryrun.toml.")
    private @Nullable String name;

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    RemoteCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        Remotes remotes = new Remotes(project, terminal);
        List<RemotesReport.Entry> entries = new ArrayList<>();
        for (Remote remote : project.config().remotes()) {
            if (name == null || remote.name().equals(name)) {
                entries.add(entry(remotes, remote));
            }
        }
        if (entries.isEmpty()) {
            throw new InputException(
                    ErrorCode.USAGE,
                    name == null ? "no remote is defined" : "there is no remote \"" + name + "\"",
                    "see which there are with: dryrun remote list");
        }
        RemotesReport report =
                new RemotesReport(RemoteListCommand.shown(project.file(), terminal), entries);
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(RemotesJson.of(report))
                                : RemotesText.states(report));
        return entries.stream().allMatch(entry -> entry.error() == null) ? 0 : 1;
    }

    private static RemotesReport.Entry entry(Remotes remotes, Remote remote) {
        String state = null;
        String error = null;
        try (SharedStore store = remotes.open(remote, "remote \"" + remote.name() + "\"")) {
            state = store.check();
        } catch (DryrunException e) {
            error = e.what() + "; " + e.hint();
        }
        return new RemotesReport.Entry(
                remote.name(),
                Remotes.type(remote),
                remote.ref(),
                remote.isDefault(),
                state,
                error);
    }
}
