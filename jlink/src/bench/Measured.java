import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// One run of a program.
///
/// @param wallMs from its start to its end
/// @param peakKb the most memory it had (`VmHWM`), in 1024 bytes; looked at every few milliseconds
record Measured(double wallMs, long peakKb) {

    private static final int LOOK_MS = 5;

    /// Runs a program to its end and insists on status 0.
    static Measured of(Path folder, Path out, Map<String, String> environment, List<String> words)
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
        Thread.UncaughtExceptionHandler none = (_, _) -> {};
        long[] peak = new long[1];
        Thread watch =
                Thread.ofPlatform()
                        .daemon()
                        .uncaughtExceptionHandler(none)
                        .start(() -> watch(process, peak));
        int status = process.waitFor();
        double wallMs = (System.nanoTime() - begin) / 1e6;
        watch.join();
        if (status != 0) {
            throw new IOException(words.getFirst() + ": " + Files.readString(out));
        }
        return new Measured(wallMs, peak[0]);
    }

    static double median(List<Measured> runs) {
        double[] sorted = runs.stream().mapToDouble(Measured::wallMs).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    static long peak(List<Measured> runs) {
        return runs.stream().mapToLong(Measured::peakKb).max().orElse(0);
    }

    private static boolean strange(String name) {
        return name.equals("DATABASE_URL") || name.equals("CI") || name.startsWith("PG");
    }

    private static void watch(Process process, long[] peak) {
        while (process.isAlive()) {
            peak[0] = Math.max(peak[0], peakKb(process.pid()));
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
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
