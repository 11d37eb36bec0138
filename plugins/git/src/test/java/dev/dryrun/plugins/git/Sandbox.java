package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A user's home, a bare repository, and as many caches as there are machines; plain git to look at
/// them with. Nothing outside the folder is read or written.
final class Sandbox {

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    Sandbox(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        Files.createDirectories(home().resolve(".ssh"));
        Files.writeString(
                home().resolve(".gitconfig"),
                "[user]\n\tname = Ada Lovelace\n\temail = ada@example.com\n");
        environment.put("HOME", home().toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return folder.resolve("home");
    }

    /// {@return the environment of the user, to be changed at will}
    Map<String, String> environment() {
        return environment;
    }

    /// {@return a new bare repository}
    Path repository() throws IOException {
        return repository("shared");
    }

    /// {@return a new bare repository of this name}
    Path repository(String name) throws IOException {
        Path repository = folder.resolve(name + ".git");
        git("init", "--quiet", "--bare", repository.toString());
        // Else it is packed in the background, and written to while the test removes it.
        git("--git-dir", repository.toString(), "config", "receive.autogc", "false");
        return repository;
    }

    SnapshotStore open(Object ref) {
        return open(ref, "one", Map.of());
    }

    SnapshotStore open(Object ref, String machine, Map<String, String> options) {
        return new GitStoreType().open(address(ref, machine, options));
    }

    StoreAddress address(Object ref, String machine, Map<String, String> options) {
        return new StoreAddress(
                ref.toString(),
                options,
                folder,
                folder.resolve("cache-" + machine),
                name -> Optional.ofNullable(environment.get(name)));
    }

    /// {@return what git printed, without the last line's end}
    String git(String... arguments) throws IOException {
        return new String(gitBytes(arguments), StandardCharsets.UTF_8).stripTrailing();
    }

    byte[] gitBytes(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    byte[] run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Path errors = Files.createTempFile(folder, "stderr", ".txt");
        Process process = builder.redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        byte[] out = process.getInputStream().readAllBytes();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(errors));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return out;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
