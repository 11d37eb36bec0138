package dev.dryrun.dba;

import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.cli.MaskOptions;
import dev.dryrun.cli.OutputOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReference;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.report.DriftJson;
import dev.dryrun.report.DriftText;
import dev.dryrun.report.ErrorText;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.SchemaDiffReport;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tells whether a database still has the schema that was captured last.
@Command(
        name = "drift",
        description = "Tell whether the database still has the schema captured last.",
        footer = {
            "",
            "Nothing is stored. identical: nothing differs; ahead: the database has more;",
            "behind: it has less; diverged: anything else.",
            "Exit status: 0 identical, 1 anything else, 2 could not do it."
        })
final class DriftCommand implements Callable<Integer> {

    private static final SnapshotReference LATEST = new SnapshotReference.Latest(0);

    private final Terminal terminal;

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();
    @Mixin private final MaskOptions maskOptions = new MaskOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    DriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        // Nothing is stored, so there is nothing to warn of.
        MaskRules masks = maskOptions.rules(project, options, terminal, new ArrayList<>());
        ConnectionTarget target =
                connection.requiredTarget(project, options.profile(), terminal, null);
        try (HistoryFile file =
                HistoryFile.openForReading(options.historyFile(project, terminal))) {
            SnapshotInfo newest = file.resolve(key, new Stream.Schema(), LATEST);
            SchemaDiffReport report =
                    LiveSchema.read(target, connection.guards(), masks).against(file, newest);
            connection
                    .warnings()
                    .forEach(warning -> terminal.err().print(ErrorText.warning(warning)));
            terminal.out()
                    .print(
                            output.json()
                                    ? JsonText.of(DriftJson.of(report))
                                    : DriftText.of(report, terminal.coloured()));
            return report.delta().isEmpty() ? 0 : 1;
        }
    }
}
