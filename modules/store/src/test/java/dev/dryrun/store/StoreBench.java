package dev.dryrun.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures what sharing a history in a folder costs, and writes
/// `docs/explanation/store-figures.md`. Not part of a build; run it with `./dev bench store`.
final class StoreBench {

    private static final int ROUNDS = 5;
    private static final List<Integer> SIZES = List.of(1_000, 3_000);

    @TempDir private Path folder;

    /// What one round measured.
    ///
    /// @param ms how long it took
    /// @param done what moved
    private record Moved(double ms, Transferred done) {}

    /// One of each; the medians of their times.
    private record Figures(
            long fileBytes,
            Moved full,
            Moved changed,
            Moved unchanged,
            Moved pull,
            Moved pullChanged,
            Moved verify) {}

    @Test
    void measure() throws IOException {
        List<Figures> figures = new ArrayList<>();
        for (int tables : SIZES) {
            figures.add(measure(tables));
        }
        String page = page(figures);
        System.out.print(page);
        Path root = Path.of(System.getProperty("dryrun.root", "."));
        Files.writeString(root.resolve("docs/explanation/store-figures.md"), page);
    }

    private Figures measure(int tables) throws IOException {
        Path first = folder.resolve(tables + "-first.db");
        Shop.take(first, Shop.KEY, 0, tables);
        long fileBytes = Files.size(first);
        Path second = Files.copy(first, folder.resolve(tables + "-second.db"));
        Shop.take(second, Shop.KEY, tables, tables);
        List<List<Moved>> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path share = folder.resolve(tables + "-share" + round);
            Path pulled = folder.resolve(tables + "-pulled" + round + ".db");
            List<Moved> moved = new ArrayList<>();
            moved.add(timed(() -> Places.push(first, share)));
            moved.add(timed(() -> Places.pull(share, pulled, Selection.ALL)));
            moved.add(timed(() -> Places.push(second, share)));
            moved.add(timed(() -> Places.pull(share, pulled, Selection.ALL)));
            moved.add(timed(() -> Places.push(second, share)));
            moved.add(timed(() -> verified(share)));
            rounds.add(moved);
        }
        return new Figures(
                fileBytes,
                median(rounds, 0),
                median(rounds, 2),
                median(rounds, 4),
                median(rounds, 1),
                median(rounds, 3),
                median(rounds, 5));
    }

    private static Transferred verified(Path share) {
        Verification.Result result = Places.verify(share);
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException(result.problems().toString());
        }
        return new Transferred(List.of(), result.blobs(), result.bytes(), List.of());
    }

    private static Moved timed(Supplier<Transferred> work) {
        long begin = System.nanoTime();
        Transferred done = work.get();
        return new Moved((System.nanoTime() - begin) / 1e6, done);
    }

    /// {@return the round in the middle, by time}
    private static Moved median(List<List<Moved>> rounds, int which) {
        return rounds.stream()
                .map(round -> round.get(which))
                .sorted(Comparator.comparingDouble(Moved::ms))
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String page(List<Figures> figures) {
        StringBuilder page = new StringBuilder();
        page.append(
                """
                # What sharing costs

                Written by `./dev bench store`: %d processors, %s, JDK %d. Medians of %d
                rounds in one running Java, over a folder of a local disk, each file forced to
                it. A table has 16 columns, each with a comment of ten words that no other has;
                a snapshot has each stream, and one table changes from one to the next.

                | tables | bar |%s
                |---|---|%s
                """
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                Runtime.version().feature(),
                                ROUNDS,
                                cells(SIZES.stream().map("%,d"::formatted)),
                                "--:|".repeat(SIZES.size())));
        row(page, "`history.db`", "", figures, it -> size(it.fileBytes));
        rows(page, "full push", figures, Figures::full);
        rows(page, "push, one table changed", figures, Figures::changed);
        row(page, "… of a full one's bytes", "< 1 %", figures, StoreBench::share);
        row(page, "push, nothing new", "", figures, it -> time(it.unchanged.ms));
        rows(page, "pull of all", figures, Figures::pull);
        rows(page, "pull, one table changed", figures, Figures::pullChanged);
        rows(page, "verify", figures, Figures::verify);
        return page.toString();
    }

    private interface Cell {
        String of(Figures figures);
    }

    private interface Part {
        Moved of(Figures figures);
    }

    private static void rows(StringBuilder page, String what, List<Figures> figures, Part part) {
        row(page, what, "", figures, it -> time(part.of(it).ms));
        row(page, "… objects", "", figures, it -> "%,d".formatted(part.of(it).done.blobs()));
        row(page, "… bytes", "", figures, it -> size(part.of(it).done.bytes()));
    }

    private static void row(
            StringBuilder page, String what, String bar, List<Figures> figures, Cell cell) {
        page.append("| %s | %s |%s\n".formatted(what, bar, cells(figures.stream().map(cell::of))));
    }

    private static String cells(Stream<String> texts) {
        return texts.reduce("", (line, text) -> line + " " + text + " |");
    }

    private static String share(Figures figures) {
        double percent = 100.0 * figures.changed.done.bytes() / figures.full.done.bytes();
        return String.format(Locale.ROOT, "%.2f %%", percent);
    }

    private static String time(double ms) {
        return String.format(Locale.ROOT, "%,.0f ms", ms);
    }

    private static String size(long bytes) {
        return bytes < 100_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
