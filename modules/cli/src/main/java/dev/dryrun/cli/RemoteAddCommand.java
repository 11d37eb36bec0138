package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.config.Remote;
import dev.dryrun.config.RemoteBlocks;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds a remote to `dryrun.toml`.
@Command(
        name = "add",
        description = "Add a place to share snapshots in to dryrun.toml.",
        footer = {
            "",
            "All else in the file stays as it is. A password has no place there: stores",
            "take theirs from the environment, or from where the platform keeps them."
        })
final class RemoteAddCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "NAME", description = "What to call it.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "REF",
            description = "Where it is: a folder, s3://bucket/prefix …")
    private String ref = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "The kind of store; default: what REF begins with, else file.")
    private String type = "";

    @Option(names = "--default", description = "Meant when no remote is named.")
    private boolean isDefault;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A key of the store's own; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    RemoteAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (name.isBlank() || ref.isBlank()) {
            throw new InputException(
                    ErrorCode.USAGE, "NAME or REF is empty", "see: dryrun remote add --help");
        }
        Project project = options.project(terminal);
        Remote remote = new Remote(name, type, ref, isDefault, settings);
        // Opening tells an unknown type, key or address; nothing is asked there.
        new Remotes(project, terminal).open(remote, "remote \"" + name + "\"").close();
        ProjectText text = ProjectText.of(project, terminal);
        text.write(RemoteBlocks.added(text.text(), text.shownAs(), remote));
        new RemoteResult(terminal, output).print(project, options);
        return 0;
    }
}
