package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.store.FileImport;
import dev.dryrun.store.SharedKey;
import dev.dryrun.store.Transferred;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes the snapshots of a file that `snapshot export` wrote into the project's own.
@Command(
        name = "import",
        description = "Take the snapshots of a file that snapshot export wrote.",
        footer = {
            "",
            "A file of one database is taken as the project's. Everything in it is held to",
            "its hashes, and taken as it is, with the policy it was captured under.",
            "Exit status: 0 imported, or all was here; 2 could not do it."
        })
final class SnapshotImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path source = Path.of("");

    @Option(
            names = "--all",
            description = "Every project and database of the file, each under its own name.")
    private boolean all;

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        SnapshotKey own = options.key(project, terminal);
        Path other = terminal.resolve(source);
        String title = ProjectOptions.shown(other, terminal).toString();
        Transferred done;
        try (HistoryFile from = HistoryFile.openForReading(other)) {
            List<SharedKey> keys = keys(from.keys(), own, title);
            done = new FileImport(from, options.historyFile(project, terminal), title).run(keys);
        }
        new TransferResult(terminal, output).print(title, false, done, List.of());
        return 0;
    }

    private List<SharedKey> keys(List<SnapshotKey> there, SnapshotKey own, String title) {
        if (all) {
            return there.stream().map(SharedKey::new).toList();
        }
        if (there.size() == 1) {
            return List.of(new SharedKey(own, there.getFirst()));
        }
        if (there.contains(own)) {
            return List.of(new SharedKey(own));
        }
        throw new InputException(
                ErrorCode.INPUT_UNREADABLE,
                there.isEmpty()
                        ? title + " holds no snapshot"
                        : title + " holds several databases, and none is " + own,
                "take all of them with --all");
    }
}
