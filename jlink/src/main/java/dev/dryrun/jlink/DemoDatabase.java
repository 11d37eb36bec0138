package dev.dryrun.jlink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The demo database of the testkit, in a process of its own.
///
/// @param process the process; it ends when its standard input does
/// @param url where the database is, with the read-only role's password
record DemoDatabase(Process process, String url) implements AutoCloseable {

    private static final String SERVER = "dev.dryrun.testkit.DemoServer";
    private static final String READY = "ready URL=";

    /// Boots a server with the demo schema.
    ///
    /// @param root the project's folder
    /// @return the running database, or null when this machine cannot run one; the server has said
    ///   why on standard error
    static @Nullable DemoDatabase start(Path root) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Ddryrun.root=" + root,
                                "-classpath",
                                System.getProperty("java.class.path"),
                                SERVER,
                                root.resolve("dryrun-readonly-role.sql").toString()));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith(READY)) {
            System.err.println("no demo database here: the caches are trained without one");
            process.destroy();
            return null;
        }
        return new DemoDatabase(process, line.substring(READY.length()));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroy();
    }
}
