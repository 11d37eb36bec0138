package dev.dryrun.cli;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.VersionJson;
import dev.dryrun.report.VersionReport;
import dev.dryrun.report.VersionText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints which DryRun this is.
@Command(name = "version", description = "Print the version, and what it reads and writes.")
final class VersionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private final OutputOptions output = new OutputOptions();

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        VersionReport report =
                new VersionReport(
                        version(), HistoryFile.FORMAT, PgQuery.load().version().toString());
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(VersionJson.of(report))
                                : VersionText.of(report));
        return 0;
    }

    /// {@return DryRun's version}
    static String version() {
        return VersionCommand.class.getModule().getDescriptor().rawVersion().orElse("unversioned");
    }
}
