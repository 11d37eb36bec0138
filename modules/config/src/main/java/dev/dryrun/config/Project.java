package dev.dryrun.config;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.SnapshotKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The project a command works on: its root directory and what its `dryrun.toml` says.
///
/// @param root the directory of `dryrun.toml`, or where the search began when there is none;
///   absolute
/// @param file the `dryrun.toml`; null when there is none
/// @param config what it says; the defaults when there is none
public record Project(Path root, @Nullable Path file, Config config) {

    private static final String ID_OF_ROOT_DIRECTORY = "default";
    private static final String PROFILE_VARIABLE = "PROFILE";

    /// Finds the project that a directory belongs to: the nearest `dryrun.toml` there or above, but
    /// not above the first directory that contains `.git`.
    ///
    /// @param start where the search begins
    /// @return the project; without a `dryrun.toml`, one of defaults with `start` as its root
    /// @throws ConfigException `CONFIG_INVALID` when the file that was found is broken
    public static Project discover(Path start) {
        Path from = start.toAbsolutePath().normalize();
        for (Path directory = from; directory != null; directory = directory.getParent()) {
            Path file = directory.resolve(ConfigFile.NAME);
            if (Files.exists(file)) {
                String shownAs = directory.equals(from) ? ConfigFile.NAME : file.toString();
                return new Project(directory, file, Config.read(file, shownAs));
            }
            if (Files.exists(directory.resolve(".git"))) {
                break;
            }
        }
        return new Project(from, null, Config.defaults());
    }

    /// {@return the project whose configuration is this file, wherever the command runs}
    ///
    /// @param file what `--config` names
    /// @throws ConfigException `CONFIG_INVALID` when it is missing or broken
    public static Project open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        Config config = Config.read(absolute, file.toString());
        return new Project(directory == null ? absolute : directory, absolute, config);
    }

    /// {@return the project's id: the configured one, else the root directory's name}
    public String id() {
        if (config.projectId() != null) {
            return config.projectId();
        }
        Path name = root.getFileName();
        return name == null ? ID_OF_ROOT_DIRECTORY : name.toString();
    }

    /// Chooses the profile: the wanted one, else `$PROFILE`, else `[default] profile`, else the
    /// only one. `$PROFILE` counts only where profiles are defined at all, as other programs use
    /// that name too.
    ///
    /// @param wanted what `--profile` names; null when it was not given
    /// @param environment the process's variables
    /// @return the profile; empty when there is none, or several and none was chosen
    /// @throws ConfigException `CONFIG_INVALID` when one is named that is not defined
    public Optional<Profile> profile(@Nullable String wanted, Map<String, String> environment) {
        String variable = environment.getOrDefault(PROFILE_VARIABLE, "");
        if (wanted != null) {
            return Optional.of(defined(wanted, "--profile"));
        }
        if (!variable.isEmpty() && !config.profiles().isEmpty()) {
            return Optional.of(defined(variable, "$PROFILE"));
        }
        if (config.defaultProfile() != null) {
            return Optional.of(defined(config.defaultProfile(), "[default] profile"));
        }
        return config.profiles().size() == 1
                ? Optional.of(config.profiles().firstEntry().getValue())
                : Optional.empty();
    }

    /// {@return the chosen profile, for a command that cannot do without}
    ///
    /// @param wanted what `--profile` names; null when it was not given
    /// @param environment the process's variables
    /// @throws ConfigException `CONFIG_INVALID` when none can be chosen
    public Profile requiredProfile(@Nullable String wanted, Map<String, String> environment) {
        return profile(wanted, environment)
                .orElseThrow(() ->
                        new ConfigException(
                                ErrorCode.CONFIG_INVALID,
                                config.profiles().isEmpty()
                                        ? "no profile is defined"
                                        : "several profiles are defined and none is chosen",
                                "name one with --profile, or set [default] profile in"
                                        + " dryrun.toml"));
    }

    /// {@return whose snapshots the command works on. Without a chosen profile both halves are the
    /// project's id}
    ///
    /// @param wanted what `--profile` names; null when it was not given
    /// @param environment the process's variables
    /// @throws ConfigException `CONFIG_INVALID` when one is named that is not defined
    public SnapshotKey key(@Nullable String wanted, Map<String, String> environment) {
        String databaseId = profile(wanted, environment).map(Profile::databaseId).orElse(id());
        return new SnapshotKey(id(), databaseId);
    }

    /// {@return the directory of captured data, not made yet: `.dryrun` under the root}
    public Path dataDirectory() {
        return root.resolve(".dryrun");
    }

    /// {@return where the captured data is: the file named, else `history.db` in [#dataDirectory]}
    ///
    /// @param named what `--history-db` names; null when it was not given
    public Path historyFile(@Nullable Path named) {
        return named == null
                ? dataDirectory().resolve("history.db")
                : named.toAbsolutePath().normalize();
    }

    private Profile defined(String name, String source) {
        Profile profile = config.profiles().get(name);
        if (profile != null) {
            return profile;
        }
        String defined =
                config.profiles().isEmpty()
                        ? "dryrun.toml defines no profile"
                        : "defined: " + String.join(", ", config.profiles().keySet());
        String meant =
                Nearest.one(name, config.profiles().keySet())
                        .map(near -> "did you mean " + near + "? ")
                        .orElse("");
        throw new ConfigException(
                ErrorCode.CONFIG_INVALID,
                source + " names the profile " + Section.quoted(name) + ", which is not defined",
                meant + defined);
    }
}
