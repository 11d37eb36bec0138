import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One run of a program.
///
/// @param wallMs from its start to its end
/// @param peakKb the most memory it had (`VmHWM`), in 1024 bytes; 0 when nobody looked
record Measured(double wallMs, long peakKb) {

    private static final int LOOK_MS = 5;

    /// Runs a program to its end and insists on status 0. Nobody looks at it meanwhile: that costs
    /// time, and most of it from a program that uses every core.
    static Measured of(Path folder, Path out, Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        return of(folder, out, environment, words, false);
    }

    /// The same, with a look at its memory every few milliseconds.
    static Measured watched(
            Path folder, Path out, Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        return of(folder, out, environment, words, true);
    }

    private static Measured of(
            Path folder,
            Path out,
            Map<String, String> environment,
            List<String> words,
            boolean watched)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(Measured::strange);
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        long peak = watched ? watch(process) : 0;
        int status = process.waitFor();
        double wallMs = (System.nanoTime() - begin) / 1e6;
        if (status != 0) {
            throw new IOException(words.getFirst() + ": " + Files.readString(out));
        }
        return new Measured(wallMs, peak);
    }

    static double median(List<Measured> runs) {
        return median(runs.stream().mapToDouble(Measured::wallMs).sorted().toArray());
    }

    static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static boolean strange(String name) {
        return name.equals("DATABASE_URL") || name.equals("CI") || name.startsWith("PG");
    }

    private static long watch(Process process) throws InterruptedException {
        long peak = 0;
        while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKb(process.pid()));
        }
        return peak;
    }

    /// {@return `VmHWM` of a process; 0 where the system does not tell}
    static long peakKb(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Arrays.stream(Files.readString(status, StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
