package dev.dryrun.store;

import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReceiver;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.HashTree;
import dev.dryrun.model.SnapshotKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The `history.db` that a pull or an import writes to. One that is not there is made once a
/// snapshot is whole: what is refused leaves no empty one behind.
///
/// For one thread.
final class PullTarget implements AutoCloseable {

    private final Path file;
    private @Nullable HistoryFile history;

    PullTarget(Path file) {
        this.file = file;
        this.history = Files.exists(file) ? HistoryFile.openForWriting(file) : null;
    }

    /// {@return whether there is a file yet}
    boolean isThere() {
        return history != null;
    }

    List<BoundSnapshot> bound(SnapshotKey key) {
        return history == null ? List.of() : history.bound(key);
    }

    boolean hasRoot(ContentHash root) {
        return history != null && history.tree().hasRoot(root);
    }

    Optional<HashTree.Node> node(ContentHash hash) {
        return history == null ? Optional.empty() : history.tree().node(hash);
    }

    Set<ContentHash> present(Collection<ContentHash> documents) {
        return history == null ? Set.of() : history.tree().present(documents);
    }

    SnapshotReceiver receive(BoundSnapshot snapshot) {
        HistoryFile open = history;
        if (open == null) {
            open = HistoryFile.openForWriting(file);
            history = open;
        }
        return open.receive(snapshot);
    }

    @Override
    public void close() {
        if (history != null) {
            history.close();
        }
    }
}
