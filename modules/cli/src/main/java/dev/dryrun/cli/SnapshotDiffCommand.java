package dev.dryrun.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Compares two stored snapshots.
@Command(
        name = "diff",
        description = "Show what differs between two snapshots.",
        footer = {"", "Exit status: 0 compared, whatever differs; 2 could not do it."})
final class SnapshotDiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private final DiffOptions diff = new DiffOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();

    SnapshotDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new StoredDiff(terminal, diff, options).print();
        return 0;
    }
}
