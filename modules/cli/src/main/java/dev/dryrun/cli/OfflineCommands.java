package dev.dryrun.cli;

/// The command line with every offline command.
public final class OfflineCommands {

    private OfflineCommands() {}

    /// {@return a runner that knows the offline commands, in the order the help lists them}
    ///
    /// @param terminal what surrounds them
    public static CommandRunner create(Terminal terminal) {
        return new CommandRunner(terminal, () -> new DryrunCommand(terminal))
                .add("lint", () -> new LintCommand(terminal))
                .add("check", CheckCommand::new)
                .addTo("check", "query", () -> new CheckQueryCommand(terminal))
                .add("advise", () -> new AdviseCommand(terminal))
                .add("snapshot", SnapshotCommand::new)
                .addTo("snapshot", "list", () -> new SnapshotListCommand(terminal))
                .addTo("snapshot", "nodes", () -> new SnapshotNodesCommand(terminal))
                .addTo("snapshot", "diff", () -> new SnapshotDiffCommand(terminal))
                .addTo("snapshot", "export", () -> new SnapshotExportCommand(terminal))
                .addTo("snapshot", "import", () -> new SnapshotImportCommand(terminal))
                .addTo("snapshot", "push", () -> new SnapshotPushCommand(terminal))
                .addTo("snapshot", "pull", () -> new SnapshotPullCommand(terminal))
                .addTo("snapshot", "verify", () -> new SnapshotVerifyCommand(terminal))
                .addTo("snapshot", "delete", () -> new SnapshotDeleteCommand(terminal))
                .addTo("snapshot", "prune", () -> new SnapshotPruneCommand(terminal))
                .add("import", () -> new ImportCommand(terminal))
                .add("remote", RemoteCommand::new)
                .addTo("remote", "add", () -> new RemoteAddCommand(terminal))
                .addTo("remote", "list", () -> new RemoteListCommand(terminal))
                .addTo("remote", "rm", () -> new RemoteRemoveCommand(terminal))
                .addTo("remote", "check", () -> new RemoteCheckCommand(terminal))
                .add("mask", MaskCommand::new)
                .addTo("mask", "verify", () -> new MaskVerifyCommand(terminal))
                .add("profile", ProfileCommand::new)
                .addTo("profile", "list", () -> new ProfileListCommand(terminal))
                .addTo("profile", "show", () -> new ProfileShowCommand(terminal))
                .add("plugin", PluginCommand::new)
                .addTo("plugin", "list", () -> new PluginListCommand(terminal))
                .addTo("plugin", "verify", () -> new PluginVerifyCommand(terminal))
                .addTo("plugin", "path", () -> new PluginPathCommand(terminal))
                .add("version", () -> new VersionCommand(terminal));
    }
}
