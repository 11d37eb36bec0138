package dev.dryrun.dba;

import dev.dryrun.cli.CommandGroup;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Groups what is done with planner statistics.
@Command(
        name = "stats",
        description = "Use captured planner statistics elsewhere.",
        synopsisSubcommandLabel = "COMMAND")
final class StatsCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    StatsCommand() {}

    @Override
    public Integer call() {
        throw CommandGroup.incomplete(spec, "do what with statistics?");
    }
}
