package dev.dryrun.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Groups the checks of files.
@Command(
        name = "check",
        description = "Check SQL against the captured schema.",
        synopsisSubcommandLabel = "COMMAND")
final class CheckCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    CheckCommand() {}

    @Override
    public Integer call() {
        throw CommandGroup.incomplete(spec, "check what?");
    }
}
