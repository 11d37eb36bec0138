package dev.dryrun.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The program itself: without a command it prints what it can do.
@Command(
        name = "dryrun",
        description = "Ask a captured PostgreSQL database instead of production.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit status: 0 clean, 1 findings, 2 could not do it.",
            "dryrun COMMAND --help tells more of each command."
        })
final class DryrunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--version", description = "Print the version.")
    private boolean version;

    DryrunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (version) {
            return new VersionCommand(terminal).call();
        }
        if (spec != null) {
            spec.commandLine().usage(terminal.out());
        }
        return 0;
    }
}
