package dev.dryrun.jlink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The training runs: real work, from whose course the virtual machine makes one ahead-of-time
/// cache for each root.
///
/// @param launcher the launcher that makes caches instead of using them
/// @param project the folder the runs work in; it gets a `.dryrun/history.db`
record Training(Path launcher, Path project) {

    private static final String GOOD = "SELECT 1";
    private static final String BAD = "SELECT no_such_column FROM no_such_table WHERE id = 1";
    private static final int MINUTES = 3;

    /// Makes the three caches.
    ///
    /// Without a database there is no `history.db`, so the offline roots train with what they do
    /// then: the parser, the handshake, and the error about the missing file.
    ///
    /// @param databaseUrl a database to capture, or null when there is none
    void run(@Nullable String databaseUrl) throws IOException, InterruptedException {
        Files.createDirectories(project);
        Path query = project.resolve("query.sql");
        if (databaseUrl == null) {
            Files.writeString(query, GOOD);
            command(Set.of(0), List.of("--help"));
            command(Set.of(0, 1, 2), List.of("check", "query", query.toString()));
        } else {
            Files.writeString(query, BAD);
            // A first capture too: what a later one reads besides would make the cache too large.
            command(Set.of(0), List.of("init", "--db", databaseUrl));
            command(Set.of(0, 1), List.of("lint"));
        }
        session();
    }

    private void command(Set<Integer> expected, List<String> words)
            throws IOException, InterruptedException {
        Path output = project.resolve("output.txt");
        Process process =
                start(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        finish(process, words.getFirst(), expected, output);
    }

    /// One session of an agent: the handshake, the list of tools, and each tool.
    private void session() throws IOException, InterruptedException {
        Path output = project.resolve("output.txt");
        Process process = start(List.of("mcp-serve")).redirectError(output.toFile()).start();
        try (OutputStream in = process.getOutputStream();
                InputStream out = process.getInputStream();
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8))) {
            for (String message : messages()) {
                in.write((message + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
                if (message.contains("\"id\"") && answers.readLine() == null) {
                    break;
                }
            }
        }
        finish(process, "mcp-serve", Set.of(0), output);
    }

    private static List<String> messages() {
        List<String> messages = new ArrayList<>();
        messages.add(
                """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":\
                {"protocolVersion":"2025-11-25","capabilities":{},\
                "clientInfo":{"name":"training","version":"1"}}}\
                """);
        messages.add(
                """
                {"jsonrpc":"2.0","method":"notifications/initialized"}\
                """);
        messages.add(
                """
                {"jsonrpc":"2.0","id":2,"method":"tools/list"}\
                """);
        messages.add(call("find_objects", "\"query\":\"id\""));
        messages.add(call("describe_table", "\"table\":\"orders\""));
        messages.add(call("validate_query", "\"sql\":\"" + BAD + "\""));
        messages.add(call("validate_query", "\"sql\":\"" + GOOD + "\""));
        messages.add(
                """
                {"jsonrpc":"2.0","id":4,"method":"ping"}\
                """);
        return messages;
    }

    private static String call(String tool, String arguments) {
        return """
        {"jsonrpc":"2.0","id":3,"method":"tools/call","params":\
        {"name":"%s","arguments":{%s}}}\
        """
                .formatted(tool, arguments);
    }

    private ProcessBuilder start(List<String> words) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().remove("DATABASE_URL");
        // The process that writes a cache would leave its own compiler's counters in it.
        // Its copies of adapters take half a megabyte and make no start quicker.
        builder.environment()
                .put(
                        "JDK_AOT_VM_OPTIONS",
                        "-Xint -XX:+UnlockDiagnosticVMOptions"
                                + " -XX:-AOTAdapterCaching -XX:-AOTStubCaching");
        return builder;
    }

    private void finish(Process process, String what, Set<Integer> expected, Path output)
            throws IOException, InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("training " + what + " takes too long");
        }
        if (!expected.contains(process.exitValue())) {
            throw new IllegalStateException(
                    "training "
                            + what
                            + " ended with "
                            + process.exitValue()
                            + "\n"
                            + Files.readString(output));
        }
    }
}
