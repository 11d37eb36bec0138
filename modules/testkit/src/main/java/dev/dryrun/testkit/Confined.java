package dev.dryrun.testkit;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What comes before a program's words so that the system refuses it more than it refuses us.
public final class Confined {

    private static final String SETPRIV = "/usr/bin/setpriv";

    private Confined() {}

    /// {@return what gives a program mounts of its own, which go with it; empty where this user may
    /// not mount}
    public static Optional<List<String>> withOwnMounts() {
        for (List<String> words : List.of(List.of("unshare", "-m"), List.of("unshare", "-Urm"))) {
            List<String> attempt = new ArrayList<>(words);
            attempt.addAll(List.of("mount", "-t", "tmpfs", "none", "/mnt"));
            try {
                if (Command.of(attempt.toArray(String[]::new)).run().status() == 0) {
                    return Optional.of(words);
                }
            } catch (UncheckedIOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// {@return what has a program obey the permissions of files: nothing, but for the superuser;
    /// empty where that cannot be had}
    public static Optional<List<String>> byPermissions() {
        try {
            if (!Command.of("id", "-u").run().stdout().strip().equals("0")) {
                return Optional.of(List.of());
            }
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
        return Files.isExecutable(Path.of(SETPRIV))
                ? Optional.of(List.of(SETPRIV, "--inh-caps=-all", "--bounding-set=-all"))
                : Optional.empty();
    }
}
