package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.json.Dump;
import dev.dryrun.masking.ColumnMap;
import dev.dryrun.masking.DefinitionLinks;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.report.ImportJson;
import dev.dryrun.report.ImportReport;
import dev.dryrun.report.ImportText;
import dev.dryrun.report.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a snapshot of a dumped schema: the way in for whoever has no credentials.
@Command(
        name = "import",
        description = "Make a snapshot of a schema that dump-schema wrote.",
        footer = {
            "",
            "The way in without credentials: whoever has them runs dump-schema.",
            "Exit status: 0 imported, 2 could not do it; then nothing was stored."
        })
final class ImportCommand implements Callable<Integer> {

    /// Clocks differ, but a dump of tomorrow would stay `latest` until then.
    private static final Duration AHEAD_MAX = Duration.ofDays(1);

    private static final Stream SCHEMA = new Stream.Schema();

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The dumped schema; - is standard input.")
    private String file = "";

    @Option(
            names = "--force",
            description = "Import although the database is not the one captured before.")
    private boolean force;

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Mixin private final MaskOptions maskOptions = new MaskOptions();

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        Path historyFile = options.historyFile(project, terminal);
        DumpSource source = DumpSource.of(file, terminal);
        // Everything is checked before a folder is made or a byte is written.
        List<String> warnings = new ArrayList<>();
        MaskRules masks = maskOptions.rules(project, options, terminal, warnings);
        ColumnMap columns = new ColumnMap();
        Dump dump = source.read(new DefinitionLinks(columns)::add);
        Masker masker = masks.masker(columns, warnings::add);
        refuseFuture(source, dump);
        List<SnapshotInfo> known = known(historyFile, key);
        if (!force && !known.isEmpty()) {
            refuseAnother(known.getFirst().server(), dump.server(), key);
        }
        // What was stored before may be what no policy has masked.
        SnapshotInfo before = masks.policy() == null ? same(known, dump) : null;
        SnapshotInfo snapshot =
                before == null ? store(historyFile, key, source, dump, masker) : before;
        if (!known.isEmpty() && known.getFirst().takenAt().isAfter(dump.takenAt())) {
            warnings.add(
                    "a snapshot of "
                            + known.getFirst().takenAt()
                            + " is newer, and stays the latest");
        }
        ImportReport report =
                new ImportReport(
                        key,
                        source.name(),
                        dump.source(),
                        ProjectOptions.shown(historyFile, terminal).toString(),
                        snapshot,
                        before == null,
                        warnings);
        terminal.out()
                .print(output.json() ? JsonText.of(ImportJson.of(report)) : ImportText.of(report));
        return 0;
    }

    private static SnapshotInfo store(
            Path historyFile, SnapshotKey key, DumpSource source, Dump dump, Masker masker) {
        try (HistoryFile history = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer =
                        history.write(key, dump.server(), dump.takenAt(), masker.applied())) {
            writer.begin(SCHEMA);
            Dump again = source.read(object -> writer.add(SCHEMA, masker.mask(object)));
            if (!again.equals(dump)) {
                throw new InputException(
                        ErrorCode.INPUT_UNREADABLE,
                        source.name() + " changed while it was read",
                        "import it once nobody writes to it");
            }
            return writer.commit().getFirst();
        }
    }

    /// {@return the schemas that are there, newest first}
    private static List<SnapshotInfo> known(Path historyFile, SnapshotKey key) {
        if (!Files.exists(historyFile)) {
            return List.of();
        }
        try (HistoryFile history = HistoryFile.openForReading(historyFile)) {
            return history.snapshots(key, SCHEMA, Integer.MAX_VALUE);
        }
    }

    private static @Nullable SnapshotInfo same(List<SnapshotInfo> known, Dump dump) {
        return known.stream()
                .filter(it -> it.takenAt().equals(dump.takenAt()))
                .filter(it -> it.hash().equals(dump.schemaHash().hex()))
                .findFirst()
                .orElse(null);
    }

    private static void refuseFuture(DumpSource source, Dump dump) {
        if (dump.takenAt().isAfter(Instant.now().plus(AHEAD_MAX))) {
            throw new InputException(
                    ErrorCode.INPUT_UNREADABLE,
                    source.name() + " says that it was read at " + dump.takenAt(),
                    "that is still to come: mend the clock of the server or of this machine");
        }
    }

    private static void refuseAnother(ServerInfo before, ServerInfo now, SnapshotKey key) {
        boolean otherCluster =
                before.systemIdentifier().known().isPresent()
                        && now.systemIdentifier().known().isPresent()
                        && !before.systemIdentifier().equals(now.systemIdentifier());
        if (otherCluster || !before.database().equals(now.database())) {
            throw new CaptureException(
                    ErrorCode.SERVER_CHANGED,
                    "the dump is of the database \""
                            + now.database()
                            + "\", and the snapshots of "
                            + key
                            + " are of \""
                            + before.database()
                            + "\""
                            + (otherCluster ? " of another cluster" : ""),
                    "choose the profile of this database, or pass --force if it has moved");
        }
    }
}
