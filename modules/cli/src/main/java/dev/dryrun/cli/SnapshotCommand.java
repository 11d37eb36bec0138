package dev.dryrun.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Groups what is done with snapshots.
@Command(
        name = "snapshot",
        description = "Take snapshots, and see which there are.",
        synopsisSubcommandLabel = "COMMAND")
final class SnapshotCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    SnapshotCommand() {}

    @Override
    public Integer call() {
        throw CommandGroup.incomplete(spec, "do what with snapshots?");
    }
}
