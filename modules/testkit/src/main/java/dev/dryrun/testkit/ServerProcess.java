package dev.dryrun.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The server's processes: `initdb`, and the postmaster with a watcher beside it.
///
/// The watcher reads the standard input that this process holds open. One word on it is an order;
/// its end without a word means that we are gone, however we died: then the watcher stops the
/// server and removes its folder.
final class ServerProcess {

    private static final int NOBODY = 65534;
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;

    // The watcher is forked twice, so that the postmaster does not get an unknown child. When the
    // postmaster ends by itself, java.lang.Process closes the pipe too: then the folder stays, for
    // us to read the log.
    private static final String WATCHED =
            """
            exec 3<&0 </dev/null
            ( {
              order=
              read -r order <&3
              case $order in
                stop) kill -INT $$ ;;
                quit) kill -QUIT $$ ;;
                *)
                  if kill -QUIT $$; then
                    i=0
                    while [ -e "$2" ] && [ $i -lt 100 ]; do sleep 0.1; i=$((i + 1)); done
                    rm -rf "$1"
                  fi
                  ;;
              esac
            } 2>/dev/null & )
            shift 2
            exec "$@" 3<&-
            """;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /// Makes the folder `home` one that the server's user owns.
    static void own(Path home) throws IOException {
        if (isRoot()) {
            Files.setAttribute(home, "unix:uid", NOBODY);
            Files.setAttribute(home, "unix:gid", NOBODY);
        }
    }

    /// Runs a program to its end as the server's user.
    static void run(Path home, List<String> command) throws IOException {
        Process process = builder(home, command).start();
        process.getOutputStream().close();
        if (!exits(process, START_SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " failed:\n" + log(home));
        }
    }

    /// Starts the postmaster and waits until it takes connections.
    ///
    /// @throws IOException when it ends instead; the message holds its log
    static ServerProcess start(Path home, Path data, List<String> command) throws IOException {
        Files.deleteIfExists(logFile(home));
        List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh"));
        watched.addAll(List.of(home.toString(), data.resolve("postmaster.pid").toString()));
        watched.addAll(command);
        ServerProcess server = new ServerProcess(builder(home, watched).start());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!ready(data)) {
            boolean ended = exits(server.process, 0);
            if (ended || System.nanoTime() > deadline) {
                String log = log(home);
                server.end("quit");
                throw new IOException("PostgreSQL did not start:\n" + log);
            }
            pause();
        }
        return server;
    }

    /// Ends the server and waits for it.
    ///
    /// @param order `stop` to end the sessions and write a checkpoint, `quit` to drop everything
    void end(String order) {
        try (OutputStream watcher = process.getOutputStream()) {
            watcher.write((order + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It ended by itself; what is left of it is dealt with below.
            process.destroyForcibly();
        }
        if (!exits(process, STOP_SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "PostgreSQL did not stop within " + STOP_SECONDS + " s");
        }
    }

    private static boolean ready(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static ProcessBuilder builder(Path home, List<String> command) {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root.
            line.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY));
            line.add("--clear-groups");
        }
        line.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile(home).toFile()));
        // The machine's own settings (PGDATA, PGOPTIONS, LC_ALL …) are not the test's.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    private static Path logFile(Path home) {
        return home.resolve("server.log");
    }

    private static String log(Path home) throws IOException {
        Path file = logFile(home);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (NoSuchFileException e) {
            return "root".equals(System.getProperty("user.name"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exits(Process process, int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL starts", e);
        }
    }
}
