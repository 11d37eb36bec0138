package dev.dryrun.history;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// A process of its own that takes snapshots, or reads them, until it is killed.
///
/// Every table of the snapshot taken at second `n` has a column `c<n>`, so that a reader sees
/// whether what it reads belongs together.
final class ChurnMain {

    static final int TABLES = 150;

    /// Between two reads, so that twenty readers leave the writer some of the processor.
    private static final int PAUSE_MS = 50;

    private ChurnMain() {}

    /// `write FILE FROM` prints each committed snapshot's second; `read FILE SECONDS` prints how
    /// many snapshots were read; `hold FILE` takes the lock and keeps it; `once FILE SECOND` takes
    /// one snapshot; `check FILE` demands that all are whole and prints how many there are.
    public static void main(String[] arguments) throws InterruptedException {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" -> write(file, Integer.parseInt(arguments[2]));
            case "read" -> read(file, Integer.parseInt(arguments[2]));
            case "check" -> check(file);
            case "once" -> once(file, Integer.parseInt(arguments[2]));
            default -> hold(file);
        }
    }

    private static void write(Path file, int from) {
        try (HistoryFile history = HistoryFile.openForWriting(file)) {
            for (int second = from; ; second++) {
                Tables.store(history, second, tables(second));
                System.out.println(second);
            }
        }
    }

    private static void check(Path file) {
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            List<SnapshotInfo> all = history.snapshots(Tables.KEY, Tables.SCHEMA, 1_000_000);
            all.forEach(info -> demandWhole(history, info));
            System.out.println(all.size() + " whole");
        }
    }

    private static void once(Path file, int second) {
        try (HistoryFile history = HistoryFile.openForWriting(file)) {
            Tables.store(history, second, tables(second));
        }
    }

    static List<Table> tables(int second) {
        return IntStream.range(0, TABLES)
                .mapToObj(i -> Tables.table("t" + i, "id", "c" + second))
                .toList();
    }

    private static void read(Path file, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int count = 0;
        long slowestMs = 0;
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            try (HistoryFile history = HistoryFile.openForReading(file)) {
                demandWhole(history, history.newest(Tables.KEY, Tables.SCHEMA).orElseThrow());
                count++;
            }
            slowestMs = Math.max(slowestMs, (System.nanoTime() - begin) / 1_000_000);
            Thread.sleep(PAUSE_MS);
        }
        System.out.println(count + " read, the slowest in " + slowestMs + " ms");
    }

    /// Fails unless the snapshot has all its tables and each is of its moment.
    static void demandWhole(HistoryFile history, SnapshotInfo info) {
        long second = info.takenAt().getEpochSecond() - Tables.NOON.getEpochSecond();
        int[] count = new int[1];
        history.read(info)
                .forEach(
                        ObjectKind.TABLE,
                        document -> {
                            if (document instanceof Table table
                                    && table.column("c" + second).isPresent()) {
                                count[0]++;
                            }
                        });
        if (count[0] != TABLES || info.objectCount() != TABLES) {
            throw new IllegalStateException(
                    "the snapshot of second " + second + " has " + count[0] + " tables");
        }
    }

    private static void hold(Path file) throws InterruptedException {
        try (HistoryFile history = HistoryFile.openForWriting(file);
                SnapshotWriter writer = history.write(Tables.KEY, Tables.SERVER, Tables.NOON)) {
            writer.begin(Tables.SCHEMA);
            System.out.println("held by " + ProcessHandle.current().pid());
            Thread.sleep(600_000);
        }
    }
}
