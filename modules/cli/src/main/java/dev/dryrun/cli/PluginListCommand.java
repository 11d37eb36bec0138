package dev.dryrun.cli;

import dev.dryrun.report.JsonText;
import dev.dryrun.report.PluginsJson;
import dev.dryrun.report.PluginsReport;
import dev.dryrun.report.PluginsText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the plugins, and says why some are not used.
@Command(
        name = "list",
        description = "List the plugins, and why some are not used.",
        footer = {"", "Runs none of them."})
final class PluginListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private final PluginOptions options = new PluginOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    PluginListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PluginsReport report = options.inspected(terminal).listed();
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(PluginsJson.of(report))
                                : PluginsText.list(report));
        return 0;
    }
}
