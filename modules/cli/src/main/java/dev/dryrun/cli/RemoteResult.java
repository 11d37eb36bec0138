package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.RemotesJson;
import dev.dryrun.report.RemotesReport;
import dev.dryrun.report.RemotesText;

/// Prints which remotes there are after a change.
///
/// @param terminal where to
/// @param output in which form
record RemoteResult(Terminal terminal, OutputOptions output) {

    void print(Project before, ProjectOptions options) {
        Project now =
                before.file() == null ? Project.discover(before.root()) : options.project(terminal);
        RemotesReport report = RemoteListCommand.report(now, terminal);
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(RemotesJson.of(report))
                                : RemotesText.of(report));
    }
}
