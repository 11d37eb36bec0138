import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How long a cold `mcp-serve` takes: from the start of the process to its answer to `initialize`,
/// in the built image as it is, and in a copy that has no ahead-of-time caches.
///
/// Usage: `java StartBench.java IMAGE [RUNS]`. The two take turns, so that what else the machine
/// does falls on both.
final class StartBench {
    private static final String INITIALIZE =
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}
            """;
    private static final int RUNS = 30;
    private static final int WARM_UP_RUNS = 2;

    private StartBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path image = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : RUNS;
        Path scratch = Files.createTempDirectory("dryrun-bench");
        try {
            Path plain = scratch.resolve("image");
            copyWithoutCaches(image, plain);
            List<Double> withCache = new ArrayList<>();
            List<Double> without = new ArrayList<>();
            for (int run = -WARM_UP_RUNS; run < runs; run++) {
                double one = startMs(image, scratch);
                double other = startMs(plain, scratch);
                if (run >= 0) {
                    withCache.add(one);
                    without.add(other);
                }
            }
            report(withCache, without);
        } finally {
            delete(scratch);
        }
    }

    private static double startMs(Path image, Path folder)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(image.resolve("bin/dryrun").toString(), "mcp-serve")
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        long begin = System.nanoTime();
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream();
                BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8))) {
            in.write(INITIALIZE.getBytes(StandardCharsets.UTF_8));
            in.flush();
            String answer = out.readLine();
            double tookMs = (System.nanoTime() - begin) / 1e6;
            if (answer == null || !answer.contains("\"protocolVersion\"")) {
                throw new IOException("mcp-serve answered: " + answer);
            }
            in.close();
            process.waitFor();
            return tookMs;
        }
    }

    private static void report(List<Double> withCache, List<Double> without) {
        double[] fast = sorted(withCache);
        double[] slow = sorted(without);
        System.out.printf(
                "mcp-serve, process start to the answer of initialize, %d cold starts each%n%n",
                fast.length);
        System.out.printf("%-16s%10s%10s%10s%10s%10s%n", "", "median", "min", "p10", "p90", "max");
        row("with cache", fast);
        row("without cache", slow);
        System.out.printf("%-16s%9.2fx%n", "ratio", at(slow, 0.5) / at(fast, 0.5));
    }

    private static void row(String name, double[] ms) {
        System.out.printf(
                "%-16s%7.0f ms%7.0f ms%7.0f ms%7.0f ms%7.0f ms%n",
                name, at(ms, 0.5), at(ms, 0), at(ms, 0.1), at(ms, 0.9), at(ms, 1));
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /// The value below which that share lies; between two values, the mean of both by distance.
    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static void copyWithoutCaches(Path image, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(f -> !f.startsWith(image.resolve("lib/aot"))).toList()) {
                Files.copy(
                        file,
                        to.resolve(image.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(
                            file -> {
                                try {
                                    Files.delete(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }
}
