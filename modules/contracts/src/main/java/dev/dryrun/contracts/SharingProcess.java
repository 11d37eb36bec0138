package dev.dryrun.contracts;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.store.Progress;
import dev.dryrun.store.Pull;
import dev.dryrun.store.Push;
import dev.dryrun.store.Selection;
import dev.dryrun.store.SharedKey;
import dev.dryrun.store.SharedStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A process of its own that pushes or pulls all there is, and may be killed: what
/// [SharingContract] starts.
public final class SharingProcess {

    static final String READY = "ready";

    private static final int FIXED = 5;

    private SharingProcess() {}

    /// Does what the arguments say; the `main` of a test calls it.
    ///
    /// @param type whose store is tried
    /// @param arguments of the process
    public static void run(SnapshotStoreType type, String... arguments) {
        Path file = Path.of(arguments[1]);
        StoreAddress address = address(arguments);
        System.out.println(READY);
        if (arguments[0].equals("push")) {
            push(type, address, file);
        } else {
            pull(type, address, file);
        }
    }

    static void push(SnapshotStoreType type, StoreAddress address, Path file) {
        try (SharedStore store = SharedStore.open(type, address, "the place");
                HistoryFile history = HistoryFile.openForReading(file)) {
            List<SharedKey> keys = history.keys().stream().map(SharedKey::new).toList();
            new Push(history, store, Progress.NONE).run(keys, false);
        }
    }

    static void pull(SnapshotStoreType type, StoreAddress address, Path file) {
        try (SharedStore store = SharedStore.open(type, address, "the place")) {
            SharedKey own = new SharedKey(new SnapshotKey("nobody", "nothing"));
            new Pull(file, store, Progress.NONE).run(store.keys(own), Selection.ALL);
        }
    }

    /// The other way round of [#address].
    static List<String> arguments(String what, Path file, StoreAddress address) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                what,
                                file.toString(),
                                address.ref(),
                                address.base().toString(),
                                address.cache().toString()));
        address.options()
                .forEach((key, value) -> {
                    arguments.add(key);
                    arguments.add(value);
                });
        return arguments;
    }

    private static StoreAddress address(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = FIXED; i < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return new StoreAddress(
                arguments[2],
                options,
                Path.of(arguments[3]),
                Path.of(arguments[4]),
                name -> Optional.ofNullable(System.getenv(name)));
    }
}
