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
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    static int run(Terminal terminal, String... arguments) {
        CommandRunner runner = commands(terminal);
        return runner.run(new LeadingOptions(runner).behind(arguments));
    }

    /// {@return a runner that knows every command}
    ///
    /// @param terminal what surrounds them
    static CommandRunner commands(Terminal terminal) {
        return OfflineCommands.create(terminal)
                .add("init", () -> new InitCommand(terminal))
                .add("probe", () -> new ProbeCommand(terminal))
                .add("dump-schema", () -> new DumpSchemaCommand(terminal))
                .add("drift", () -> new DriftCommand(terminal))
                .replaceIn("snapshot", "diff", () -> new SnapshotLiveDiffCommand(terminal))
                .addTo("snapshot", "take", () -> new SnapshotTakeCommand(terminal))
                .addTo("snapshot", "activity", () -> new SnapshotActivityCommand(terminal))
                .addTo("snapshot", "capture", () -> new SnapshotCaptureCommand(terminal))
                .add("stats", StatsCommand::new)
                .addTo("stats", "apply", () -> new StatsApplyCommand(terminal))
                .add("mcp-serve", () -> McpServeCommand.commandLine().getCommandSpec(), "mcp");
    }
}
