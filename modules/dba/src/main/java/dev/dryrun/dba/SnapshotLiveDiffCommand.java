package dev.dryrun.dba;

import dev.dryrun.cli.DiffOptions;
import dev.dryrun.cli.MaskOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.StoredDiff;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Project;
import dev.dryrun.config.StreamKind;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.ErrorText;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Compares two stored snapshots, or one with a database as it is.
@Command(
        name = "diff",
        description = "Show what differs between two snapshots.",
        footer = {
            "",
            "With --live, FROM (default: latest) is compared with the database, and nothing",
            "is stored; without it, no database is touched.",
            "Exit status: 0 compared, whatever differs; 2 could not do it."
        })
final class SnapshotLiveDiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--live", description = "Compare FROM with the database instead of TO.")
    private boolean live;

    @Mixin private final DiffOptions diff = new DiffOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final ConnectionOptions connection = new ConnectionOptions();
    @Mixin private final MaskOptions maskOptions = new MaskOptions();

    SnapshotLiveDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StoredDiff stored = new StoredDiff(terminal, diff, options);
        if (!live) {
            stored.print();
            return 0;
        }
        if (diff.toWord().isPresent() || diff.kind() != StreamKind.SCHEMA) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "--live compares one snapshot of a schema with the database",
                    "leave TO and --kind out");
        }
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        // Nothing is stored, so there is nothing to warn of.
        MaskRules masks = maskOptions.rules(project, options, terminal, new ArrayList<>());
        connection.warnings().forEach(warning -> terminal.err().print(ErrorText.warning(warning)));
        try (HistoryFile file =
                HistoryFile.openForReading(options.historyFile(project, terminal))) {
            SnapshotInfo from = diff.snapshot(file, key, diff.fromWord().orElse("latest"));
            LiveSchema schema =
                    LiveSchema.read(
                            connection.requiredTarget(project, options.profile(), terminal, null),
                            connection.guards(),
                            masks);
            stored.print(schema.against(file, from));
        }
        return 0;
    }
}
