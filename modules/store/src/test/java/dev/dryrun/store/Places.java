package dev.dryrun.store;

import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.json.TreeJson;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.store.file.FileStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pushes to folders and pulls from them.
final class Places {

    private Places() {}

    static SharedStore open(Path folder) {
        return SharedStore.open(
                new FileStoreType(),
                new StoreAddress(
                        folder.toString(),
                        Map.of(),
                        folder,
                        folder.resolve("cache"),
                        name -> Optional.empty()),
                "the folder");
    }

    static Transferred push(Path file, Path folder) {
        return push(file, folder, false);
    }

    static Transferred push(Path file, Path folder, boolean full) {
        try (SharedStore store = open(folder);
                HistoryFile history = HistoryFile.openForReading(file)) {
            return new Push(history, store, Progress.NONE)
                    .run(List.of(new SharedKey(Shop.KEY)), full);
        }
    }

    static Transferred pull(Path folder, Path file, Selection selection) {
        try (SharedStore store = open(folder)) {
            return new Pull(file, store, Progress.NONE)
                    .run(List.of(new SharedKey(Shop.KEY)), selection);
        }
    }

    static Verification.Result verify(Path folder) {
        try (SharedStore store = open(folder)) {
            return new Verification(store, Progress.NONE).run(List.of());
        }
    }

    /// {@return all that a file says, line by line: manifests, nodes and documents}
    static List<String> all(Path file, SnapshotKey key) {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            for (BoundSnapshot snapshot : history.bound(key)) {
                lines.add(new String(Manifest.of(snapshot, key).bytes(), StandardCharsets.UTF_8));
                String stream = snapshot.info().stream().word();
                ContentHash hash = new ContentHash(snapshot.info().hash());
                TreeJson.Root root = history.tree().root(stream, hash);
                for (ContentHash node : root.nodes()) {
                    history.tree().node(node).orElseThrow().objects().values().stream()
                            .map(document -> history.tree().document(document))
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .forEach(lines::add);
                }
                lines.add(Json.compact(TreeJson.toJson(root)));
            }
        }
        return lines;
    }
}
