package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.config.Remote;
import dev.dryrun.config.RemoteBlocks;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Removes a remote from `dryrun.toml`.
@Command(
        name = "rm",
        description = "Remove a place to share snapshots in from dryrun.toml.",
        footer = {"", "What was pushed there stays. All else in the file stays as it is."})
final class RemoteRemoveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "Which.")
    private String name = "";

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    RemoteRemoveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        List<String> names = project.config().remotes().stream().map(Remote::name).toList();
        if (!names.contains(name)) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "there is no remote \"" + name + "\"",
                    "see which there are with: dryrun remote list");
        }
        ProjectText text = ProjectText.of(project, terminal);
        text.write(RemoteBlocks.removed(text.text(), text.shownAs(), name));
        new RemoteResult(terminal, output).print(project, options);
        return 0;
    }
}
