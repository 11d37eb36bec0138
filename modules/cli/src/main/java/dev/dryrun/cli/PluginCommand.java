package dev.dryrun.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Groups what is asked about plugins.
@Command(
        name = "plugin",
        description = "See the plugins that were dropped in.",
        synopsisSubcommandLabel = "COMMAND")
final class PluginCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    PluginCommand() {}

    @Override
    public Integer call() {
        throw CommandGroup.incomplete(spec, "what about plugins?");
    }
}
