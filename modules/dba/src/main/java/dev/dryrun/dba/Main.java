package dev.dryrun.dba;

import dev.dryrun.cli.CommandRunner;
import dev.dryrun.cli.OfflineCommands;
import dev.dryrun.cli.Terminal;
import dev.dryrun.mcp.McpServeCommand;

/// The root that knows every command.
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with its exit status.
    ///
    /// @param arguments the command's name and its arguments
    public static void main(String[] arguments) {
        System.exit(commands(Terminal.ofProcess()).run(arguments));
    }

    /// {@return a runner that knows every command}
    ///
    /// @param terminal what surrounds them
    static CommandRunner commands(Terminal terminal) {
        return OfflineCommands.create(terminal)
                .add("init", new InitCommand(terminal))
                .add("probe", new ProbeCommand(terminal))
                .addTo("snapshot", "take", new SnapshotTakeCommand(terminal))
                .addTo("snapshot", "activity", new SnapshotActivityCommand(terminal))
                .addTo("snapshot", "capture", new SnapshotCaptureCommand(terminal))
                .add("mcp-serve", McpServeCommand.commandLine(), "mcp");
    }
}
