package dev.dryrun.cli;

import picocli.CommandLine;

/// The command line with every offline command.
public final class OfflineCommands {

    private static final int WIDTH = 80;

    private OfflineCommands() {}

    /// {@return a runner that knows the offline commands, in the order the help lists them}
    ///
    /// @param terminal what surrounds them
    public static CommandRunner create(Terminal terminal) {
        CommandLine commands = new CommandLine(new DryrunCommand(terminal));
        commands.setUsageHelpWidth(WIDTH);
        CommandLine check = new CommandLine(new CheckCommand());
        check.addSubcommand("query", new CheckQueryCommand(terminal));
        CommandLine snapshot = new CommandLine(new SnapshotCommand());
        snapshot.addSubcommand("list", new SnapshotListCommand(terminal));
        snapshot.addSubcommand("nodes", new SnapshotNodesCommand(terminal));
        snapshot.addSubcommand("diff", new SnapshotDiffCommand(terminal));
        snapshot.addSubcommand("export", new SnapshotExportCommand(terminal));
        snapshot.addSubcommand("import", new SnapshotImportCommand(terminal));
        snapshot.addSubcommand("push", new SnapshotPushCommand(terminal));
        snapshot.addSubcommand("pull", new SnapshotPullCommand(terminal));
        snapshot.addSubcommand("verify", new SnapshotVerifyCommand(terminal));
        snapshot.addSubcommand("delete", new SnapshotDeleteCommand(terminal));
        snapshot.addSubcommand("prune", new SnapshotPruneCommand(terminal));
        CommandLine profile = new CommandLine(new ProfileCommand());
        profile.addSubcommand("list", new ProfileListCommand(terminal));
        profile.addSubcommand("show", new ProfileShowCommand(terminal));
        CommandLine mask = new CommandLine(new MaskCommand());
        mask.addSubcommand("verify", new MaskVerifyCommand(terminal));
        CommandLine remote = new CommandLine(new RemoteCommand());
        remote.addSubcommand("add", new RemoteAddCommand(terminal));
        remote.addSubcommand("list", new RemoteListCommand(terminal));
        remote.addSubcommand("rm", new RemoteRemoveCommand(terminal));
        remote.addSubcommand("check", new RemoteCheckCommand(terminal));
        CommandLine plugin = new CommandLine(new PluginCommand());
        plugin.addSubcommand("list", new PluginListCommand(terminal));
        plugin.addSubcommand("verify", new PluginVerifyCommand(terminal));
        plugin.addSubcommand("path", new PluginPathCommand(terminal));
        return new CommandRunner(terminal, commands)
                .add("lint", new LintCommand(terminal))
                .add("check", check)
                .add("advise", new AdviseCommand(terminal))
                .add("snapshot", snapshot)
                .add("import", new ImportCommand(terminal))
                .add("remote", remote)
                .add("mask", mask)
                .add("profile", profile)
                .add("plugin", plugin)
                .add("version", new VersionCommand(terminal));
    }
}
