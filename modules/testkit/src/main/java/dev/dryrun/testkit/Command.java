package dev.dryrun.testkit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A real process to run in a test.
///
/// Each `with` method gives a changed copy. The environment is that of this process but for
/// `DATABASE_URL`, `CI` and the variables of libpq, which a developer's machine may have set.
///
/// @param words the program and its arguments
/// @param folder where it runs
/// @param environment variables over those of this process; an empty value removes the variable
/// @param input its standard input, in UTF-8
/// @param timeout how long it may take
public record Command(
        List<String> words,
        Path folder,
        Map<String, String> environment,
        String input,
        Duration timeout) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// Makes one that runs here, without input, for a minute at most.
    ///
    /// @param words the program and its arguments
    /// @return the command, not yet run
    public static Command of(String... words) {
        return new Command(List.of(words), Path.of("."), Map.of(), "", Duration.ofMinutes(1));
    }

    /// {@return the same with more arguments}
    ///
    /// @param more what follows the words so far
    public Command with(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return new Command(all, folder, environment, input, timeout);
    }

    /// {@return the same in another folder}
    ///
    /// @param where the folder
    public Command in(Path where) {
        return new Command(words, where, environment, input, timeout);
    }

    /// {@return the same with another variable in its environment}
    ///
    /// @param name the variable
    /// @param value its value; empty to remove it
    public Command withVariable(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new Command(words, folder, more, input, timeout);
    }

    /// {@return the same with a standard input, which ends after the text}
    ///
    /// @param text the input
    public Command withInput(String text) {
        return new Command(words, folder, environment, text, timeout);
    }

    /// {@return the same with another time limit}
    ///
    /// @param limit how long it may take
    public Command within(Duration limit) {
        return new Command(words, folder, environment, input, limit);
    }

    /// Starts it and leaves the rest to the caller, for tests that hold a conversation.
    ///
    /// @return the process, with all three streams as pipes and nothing written yet
    public Process start() {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(Command::strange);
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                variables.remove(name);
            } else {
                variables.put(name, value);
            }
        });
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean strange(String name) {
        return name.equals("DATABASE_URL") || name.equals("CI") || name.startsWith("PG");
    }

    /// Runs it to its end.
    ///
    /// @return what came of it, whatever the exit status
    /// @throws AssertionError when it takes too long; it and its children are killed then
    public CommandRun run() {
        long begin = System.nanoTime();
        Process process = start();
        try {
            CompletableFuture<String> stdout = reading(process.getInputStream());
            CompletableFuture<String> stderr = reading(process.getErrorStream());
            Thread writer = Thread.ofVirtual().start(() -> write(process));
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooLong(process);
            }
            writer.join();
            // A child that outlives it could hold the pipes open.
            long left =
                    Math.max(1000, timeout.toMillis() - (System.nanoTime() - begin) / 1_000_000);
            return new CommandRun(
                    process.exitValue(),
                    stdout.get(left, TimeUnit.MILLISECONDS),
                    stderr.get(left, TimeUnit.MILLISECONDS),
                    Duration.ofNanos(System.nanoTime() - begin));
        } catch (TimeoutException e) {
            throw tooLong(process);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process ran", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private AssertionError tooLong(Process process) {
        String state = process.isAlive() ? "still runs" : "has ended, but a child of it still runs";
        return new AssertionError(words + " " + state + " after " + timeout);
    }

    private void write(Process process) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It need not read its input: closing its end is its right.
            return;
        }
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        text.completeExceptionally(e);
                    }
                });
        return text;
    }

    /// {@return a command that runs this JDK's `java`}
    ///
    /// @param arguments its arguments
    public static Command java(String... arguments) {
        return of(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .with(arguments);
    }

    /// {@return the class path of the running tests, for [#java(String...)]}
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }
}
