package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.store.Push;
import dev.dryrun.store.SharedKey;
import dev.dryrun.store.SharedStore;
import dev.dryrun.store.Transferred;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Copies snapshots to where others can pull them.
@Command(
        name = "push",
        description = "Copy snapshots to a place where others can pull them.",
        footer = {
            "",
            "Only what is new moves, as it is in the file. Nothing is ever replaced there.",
            "First the newest snapshots are held to the masking policy; with",
            "require_masks, statistics that are not masked are refused.",
            "Exit status: 0 pushed, or all was there; 2 could not do it, or was not to;",
            "interrupted and repeated it continues."
        })
final class SnapshotPushCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--to-path", paramLabel = "DIR", description = "A folder instead of a remote.")
    private @Nullable Path folder;

    @Option(
            names = "--full",
            description = "Look for every object, not only for snapshots: mends what was lost.")
    private boolean full;

    @Mixin private final RemoteOptions remotes = new RemoteOptions();
    @Mixin private final PolicyOptions policy = new PolicyOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotPushCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        Path file = options.historyFile(project, terminal);
        SharedKey own = remotes.key(project, options, terminal);
        List<String> warnings = new ArrayList<>();
        Transferred done;
        String place;
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            List<SharedKey> keys = remotes.all() ? all(history, own) : List.of(own);
            MaskGate gate = new MaskGate(history, project, options, policy, terminal);
            for (SharedKey key : keys) {
                gate.pass(key.local(), warnings);
            }
            try (SharedStore store = remotes.open(project, options, folder, terminal);
                    TransferProgress progress = TransferProgress.on(terminal, "pushing")) {
                done = new Push(history, store, progress).run(keys, full);
                place = store.title();
            }
        }
        new TransferResult(terminal, output).print(place, true, done, warnings);
        return 0;
    }

    /// The profile's own may be called otherwise there.
    private static List<SharedKey> all(HistoryFile history, SharedKey own) {
        List<SharedKey> keys = new ArrayList<>();
        for (SnapshotKey key : history.keys()) {
            keys.add(key.equals(own.local()) ? own : new SharedKey(key));
        }
        return keys;
    }
}
