package dev.dryrun.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Groups what is asked about profiles.
@Command(
        name = "profile",
        description = "See the profiles of dryrun.toml.",
        synopsisSubcommandLabel = "COMMAND")
final class ProfileCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    ProfileCommand() {}

    @Override
    public Integer call() {
        throw CommandGroup.incomplete(spec, "which profiles?");
    }
}
