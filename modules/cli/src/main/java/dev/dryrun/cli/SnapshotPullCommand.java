package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.store.Pull;
import dev.dryrun.store.Selection;
import dev.dryrun.store.SharedKey;
import dev.dryrun.store.SharedStore;
import dev.dryrun.store.Transferred;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Copies snapshots from where others have pushed them.
@Command(
        name = "pull",
        description = "Copy snapshots from where others have pushed them.",
        footer = {
            "",
            "By itself: the newest of each stream, and the schemas they belong to.",
            "All of it is held to its hashes before anything is written, and then taken",
            "as it is, with the masking policy it was captured under.",
            "Exit status: 0 pulled, or all was here; 2 could not do it; interrupted and",
            "repeated it continues."
        })
final class SnapshotPullCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--from-path",
            paramLabel = "DIR",
            description = "A folder instead of a remote.")
    private @Nullable Path folder;

    @Option(names = "--full", description = "The whole history.")
    private boolean full;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "All that is not older: an age such as 24h or 7d, or a UTC time.")
    private @Nullable String since;

    @Mixin private final RemoteOptions remotes = new RemoteOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotPullCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Selection selection = selection();
        Project project = options.project(terminal);
        SharedKey own = remotes.key(project, options, terminal);
        Transferred done;
        String place;
        try (SharedStore store = remotes.open(project, options, folder, terminal);
                TransferProgress progress = TransferProgress.on(terminal, "pulling")) {
            List<SharedKey> keys = remotes.all() ? store.keys(own) : List.of(own);
            done =
                    new Pull(options.historyFile(project, terminal), store, progress)
                            .run(keys, selection);
            place = store.title();
        }
        new TransferResult(terminal, output).print(place, false, done, List.of());
        return 0;
    }

    private Selection selection() {
        if (full && since != null) {
            throw new InputException(
                    ErrorCode.USAGE, "--full and --since do not go together", "give one of them");
        }
        if (since != null) {
            return Selection.since(SnapshotListCommand.instant(since, Instant.now()));
        }
        return full ? Selection.ALL : Selection.NEWEST;
    }
}
