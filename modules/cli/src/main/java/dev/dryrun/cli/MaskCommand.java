package dev.dryrun.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Groups what is asked about masking.
@Command(
        name = "mask",
        description = "See what masking left of values in the captured file.",
        synopsisSubcommandLabel = "COMMAND")
final class MaskCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    MaskCommand() {}

    @Override
    public Integer call() {
        throw CommandGroup.incomplete(spec, "do what about masking?");
    }
}
