package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/// A process that pushes: `Pusher FOLDER MACHINE REPOSITORY PREFIX ROUNDS NAMES`.
final class Pusher {

    static final int SIZE_BYTES = 20_000;

    private Pusher() {}

    public static void main(String[] arguments) throws IOException {
        Sandbox sandbox = new Sandbox(Path.of(arguments[0]));
        try (SnapshotStore store = sandbox.open(arguments[2], arguments[1], Map.of())) {
            for (int round = 0; round < Integer.parseInt(arguments[4]); round++) {
                String prefix = arguments[3] + "/" + round + "/";
                for (int i = 0; i < Integer.parseInt(arguments[5]); i++) {
                    store.put(prefix + i, content(prefix + i));
                }
                System.out.println("put");
                store.flush();
                System.out.println("flushed");
            }
        }
    }

    static byte[] content(String name) {
        byte[] content = new byte[SIZE_BYTES];
        new Random(name.hashCode()).nextBytes(content);
        return content;
    }
}
