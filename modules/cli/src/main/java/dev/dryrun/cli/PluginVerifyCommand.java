package dev.dryrun.cli;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.PluginsJson;
import dev.dryrun.report.PluginsReport;
import dev.dryrun.report.PluginsText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says all that is wrong with plugins.
@Command(
        name = "verify",
        description = "Say all that is wrong with plugins.",
        footer = {
            "",
            "What is pinned and in order is started, to see what it brings; nothing else",
            "is. A folder elsewhere is looked at as if it lay among the plugins.",
            "Exit status: 0 nothing is wrong, 1 something is, 2 could not do it."
        })
final class PluginVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "A plugin's folder; default: each that is found.")
    private @Nullable Path folder;

    @Mixin private final PluginOptions options = new PluginOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    PluginVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PluginInspection inspection = options.inspected(terminal);
        PluginsReport report =
                folder == null ? inspection.verified() : inspection.verified(existing(folder));
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(PluginsJson.of(report))
                                : PluginsText.verified(report));
        return report.clean() ? 0 : 1;
    }

    private Path existing(Path named) {
        Path path = terminal.resolve(named);
        if (!Files.isDirectory(path)) {
            throw new InputException(
                    ErrorCode.INPUT_UNREADABLE,
                    named + " is not a folder",
                    "name the folder that holds the plugin's jars");
        }
        return path;
    }
}
