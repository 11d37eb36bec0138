package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.history.Deletion;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReference;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.DeletionJson;
import dev.dryrun.report.DeletionReport;
import dev.dryrun.report.DeletionText;
import dev.dryrun.report.JsonText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Deletes one snapshot, and with the last of a schema what is bound to it.
@Command(
        name = "delete",
        description = "Delete one snapshot, and with a schema what is bound to it.",
        footer = {"", "Exit status: 0 deleted, 2 could not do it, or was not to."})
final class SnapshotDeleteCommand implements Callable<Integer> {

    private static final String LATEST = "latest";

    private final Terminal terminal;

    @Parameters(
            paramLabel = "REF",
            arity = "0..1",
            description =
                    "latest, latest~N, the begin of a hash, or a time: the newest until then.")
    private @Nullable String reference;

    @Option(names = "--latest", description = "The same as latest.")
    private boolean latest;

    @Option(
            names = "--purge",
            description = "Rewrite the file, so that no byte of what was deleted is left.")
    private boolean purge;

    @Mixin private final Confirmation confirmation = new Confirmation();
    @Mixin private final StreamOptions streams = new StreamOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotDeleteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SnapshotReference named = SnapshotReference.parse(named());
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        Path file = options.historyFile(project, terminal);
        DeletionReport planned;
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            planned =
                    report(
                            key,
                            history.plan(key, streams.stream(history, key, named), named),
                            false);
        }
        confirmation.demand(terminal, DeletionText.inShort(planned), DeletionText.listing(planned));
        DeletionReport done = delete(file, key, planned.snapshot());
        terminal.out()
                .print(output.json() ? JsonText.of(DeletionJson.of(done)) : DeletionText.of(done));
        return 0;
    }

    /// Deletes what was asked about, by its time: `latest` may be another one by now.
    private DeletionReport delete(Path file, SnapshotKey key, SnapshotInfo planned) {
        try (HistoryFile history = HistoryFile.openForWriting(file)) {
            Deletion deletion =
                    history.delete(
                            key,
                            planned.stream(),
                            new SnapshotReference.AtOrBefore(planned.takenAt()));
            if (purge) {
                history.purge();
            }
            return report(key, deletion, purge);
        }
    }

    private static DeletionReport report(SnapshotKey key, Deletion deletion, boolean purged) {
        return new DeletionReport(
                key, deletion.snapshot(), deletion.bound(), deletion.twins(), purged);
    }

    private String named() {
        if (latest == (reference != null)) {
            throw new InputException(
                    ErrorCode.USAGE,
                    latest ? "--latest does not go with a reference" : "delete which snapshot?",
                    "name one: latest, latest~N, the begin of a hash, or a time");
        }
        return reference == null ? LATEST : reference;
    }
}
