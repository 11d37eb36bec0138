package dev.dryrun.history;

import dev.dryrun.model.ObjectKind;
import java.nio.file.Path;

/// A process of its own that looks at everything in the newest schema, with little memory.
final class WalkMain {

    private WalkMain() {}

    /// Takes the file.
    public static void main(String[] arguments) {
        int[] counts = new int[3];
        try (HistoryFile history = HistoryFile.openForReading(Path.of(arguments[0]))) {
            SnapshotReader reader =
                    history.read(history.newest(Tables.KEY, Tables.SCHEMA).orElseThrow());
            reader.forEach(ObjectKind.TABLE, _ -> counts[0]++);
            reader.forEachRef(_ -> counts[1]++);
            reader.search(new SearchScope("long_name", null, null), _ -> counts[2]++);
        }
        System.out.println(counts[0] + " walked, " + counts[1] + " named, " + counts[2] + " found");
    }
}
