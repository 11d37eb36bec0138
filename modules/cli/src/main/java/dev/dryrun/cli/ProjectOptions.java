package dev.dryrun.cli;

import dev.dryrun.config.Profile;
import dev.dryrun.config.Project;
import dev.dryrun.model.SnapshotKey;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which project and which of its databases a command works on. A mixin.
public final class ProjectOptions {

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "Folder of the project; default: the current one.")
    private @Nullable Path directory;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The dryrun.toml; default: the nearest one upward.")
    private @Nullable Path config;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Profile of dryrun.toml; default: $PROFILE, then [default] profile.")
    private @Nullable String profile;

    @Option(
            names = "--history-db",
            paramLabel = "FILE",
            description = "The captured file; default: .dryrun/history.db of the project.")
    private @Nullable Path historyDb;

    /// Made by the command it is mixed into.
    public ProjectOptions() {}

    /// {@return the project, its configuration read}
    ///
    /// @param terminal where relative paths begin
    public Project project(Terminal terminal) {
        Path start = directory == null ? terminal.directory() : terminal.resolve(directory);
        return config == null ? Project.discover(start) : Project.open(terminal.resolve(config));
    }

    /// {@return the profile that was named; null when none was}
    public @Nullable String profile() {
        return profile;
    }

    /// {@return the profile that the command goes by; empty when there is none}
    Optional<Profile> chosen(Project project, Terminal terminal) {
        return project.profile(profile, terminal.environment());
    }

    /// {@return whose snapshots the command works on}
    ///
    /// @param project the project
    /// @param terminal whose environment may name the profile
    public SnapshotKey key(Project project, Terminal terminal) {
        return project.key(profile, terminal.environment());
    }

    /// {@return where the captured data is}
    ///
    /// @param project the project
    /// @param terminal where relative paths begin
    public Path historyFile(Project project, Terminal terminal) {
        return project.historyFile(historyDb == null ? null : terminal.resolve(historyDb));
    }

    /// {@return a path as messages and results show it: relative where it lies in the current
    /// folder}
    ///
    /// @param path any absolute path
    /// @param terminal the current folder
    public static Path shown(Path path, Terminal terminal) {
        Path relative = terminal.directory().relativize(path);
        return relative.startsWith("..") ? path : relative;
    }
}
