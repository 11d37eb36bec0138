package dev.dryrun.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What surrounds a command: its streams, the environment it may see, the folder it runs in.
///
/// @param in standard input
/// @param out results and nothing else
/// @param err everything else
/// @param environment the variables the command may know
/// @param directory where relative paths begin
/// @param interactive whether somebody watches standard error, so that progress may be shown there
public record Terminal(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Path directory,
        boolean interactive) {

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /// Makes one that nobody watches.
    ///
    /// @param in standard input
    /// @param out results and nothing else
    /// @param err everything else
    /// @param environment the variables the command may know
    /// @param directory where relative paths begin
    public Terminal(
            InputStream in,
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            Path directory) {
        this(in, out, err, environment, directory, false);
    }

    /// {@return this process's terminal}
    ///
    /// @param variables the names of the variables the commands may know; the others do not exist
    ///   for them
    public static Terminal ofProcess(List<String> variables) {
        Map<String, String> known = new HashMap<>(System.getenv());
        known.keySet().retainAll(variables);
        return ofProcess(known);
    }

    /// {@return this process's terminal, its whole environment known}
    public static Terminal ofProcess() {
        return ofProcess(System.getenv());
    }

    private static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                environment,
                Path.of("").toAbsolutePath(),
                watched());
    }

    /// {@return whether results may be coloured: somebody watches, and nobody set `NO_COLOR`}
    public boolean coloured() {
        return interactive
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb")
                && descriptor(1);
    }

    /// Java tells only whether standard input and output are a terminal, so where the system shows
    /// what a descriptor leads to (Linux), that decides; elsewhere standard error is taken for a
    /// terminal when the other two are.
    private static boolean watched() {
        return descriptor(2);
    }

    private static boolean descriptor(int number) {
        Path descriptor = Path.of("/proc/self/fd/" + number);
        if (Files.isSymbolicLink(descriptor)) {
            try {
                String device = Files.readSymbolicLink(descriptor).toString();
                return device.startsWith("/dev/pts/")
                        || device.startsWith("/dev/tty")
                        || device.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /// {@return a path as it was given, made absolute}
    ///
    /// @param path relative to [#directory], or absolute
    public Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }
}
