package dev.dryrun.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Groups what is done with the places that snapshots are shared in.
@Command(
        name = "remote",
        description = "See and change where snapshots are shared.",
        synopsisSubcommandLabel = "COMMAND")
final class RemoteCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    RemoteCommand() {}

    @Override
    public Integer call() {
        throw CommandGroup.incomplete(spec, "do what with remotes?");
    }
}
