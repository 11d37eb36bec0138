import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SnapshotKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How long it takes to look up one table of many, through the public API.
///
/// @param openMs open and first lookup, in a virtual machine that is warm: median of some
/// @param warmMs one lookup of an open file, warm: median of many
/// @param agentMs one `describe_table` of a warm MCP server, over its pipes: median of many
/// @param agentPeakKb the most memory that server had
record Lookups(double openMs, double warmMs, double agentMs, long agentPeakKb) {

    private static final int OPENS = 50;
    private static final int ROUNDS = 2_000;
    private static final int CALLS = 200;

    static Lookups of(Path image, Path project, SnapshotKey key, int tables)
            throws IOException, InterruptedException {
        Path file = project.resolve(".dryrun/history.db");
        open(file, key, tables / 2);
        List<Double> opens = new ArrayList<>();
        for (int i = 0; i < OPENS; i++) {
            opens.add(open(file, key, 1 + i * 7 % tables));
        }
        List<Double> lookups = new ArrayList<>();
        try (Catalog catalog = Catalog.open(file, key)) {
            for (int i = 0; i < ROUNDS; i++) {
                long begin = System.nanoTime();
                lookUp(catalog, 1 + i * 7919 % tables);
                lookups.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return agent(image, project, tables, median(opens), median(lookups));
    }

    private static Lookups agent(
            Path image, Path project, int tables, double openMs, double warmMs)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(image.resolve("bin/dryrun").toString(), "mcp-serve")
                        .directory(project.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        List<Double> calls = new ArrayList<>();
        long peakKb = 0;
        try (OutputStream in = process.getOutputStream();
                BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8))) {
            String initialize =
                    "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
                            + "\"clientInfo\":{\"name\":\"bench\",\"version\":\"1\"}";
            ask(in, out, 0, "initialize", initialize);
            for (int i = 1; i <= CALLS; i++) {
                String table = name(1 + i * 7919 % tables).display();
                String call =
                        "\"name\":\"describe_table\",\"arguments\":{\"table\":\"" + table + "\"}";
                long begin = System.nanoTime();
                String answer = ask(in, out, i, "tools/call", call);
                calls.add((System.nanoTime() - begin) / 1e6);
                if (!answer.contains("previous_id")) {
                    throw new IOException("describe_table answered: " + answer);
                }
            }
            peakKb = Measured.peakKb(process.pid());
        }
        process.waitFor();
        return new Lookups(openMs, warmMs, median(calls), peakKb);
    }

    private static String ask(
            OutputStream in, BufferedReader out, int id, String method, String parameters)
            throws IOException {
        String request =
                "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":{%s}}\n"
                        .formatted(id, method, parameters);
        in.write(request.getBytes(StandardCharsets.UTF_8));
        in.flush();
        String answer = out.readLine();
        if (answer == null) {
            throw new IOException("mcp-serve ended");
        }
        return answer;
    }

    private static double open(Path file, SnapshotKey key, int table) {
        long begin = System.nanoTime();
        try (Catalog catalog = Catalog.open(file, key)) {
            lookUp(catalog, table);
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    private static void lookUp(Catalog catalog, int table) {
        if (catalog.table(name(table)).isEmpty()) {
            throw new IllegalStateException(name(table) + " is not in the file");
        }
    }

    /// As `big-schema.sql` names them.
    private static QualifiedName name(int table) {
        return new QualifiedName(
                "area_%03d".formatted((table - 1) / 500 + 1), "table_%05d".formatted(table));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
