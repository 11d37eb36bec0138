package dev.dryrun.cli;

import dev.dryrun.config.Profile;
import dev.dryrun.config.Project;
import dev.dryrun.config.Remote;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.store.SharedKey;
import dev.dryrun.store.SharedStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command shares snapshots, and whose. A mixin.
final class RemoteOptions {

    @Option(
            names = "--remote",
            paramLabel = "NAME",
            description =
                    "A [[remote]] of dryrun.toml, or an address: s3://bucket/x; default: the"
                            + " profile's, then the default one.")
    private @Nullable String remote;

    @Option(names = "--all", description = "The snapshots of every project and database.")
    private boolean all;

    RemoteOptions() {}

    /// {@return whether every key is meant}
    boolean all() {
        return all;
    }

    /// {@return the open store}
    ///
    /// @param project whose remotes may be named
    /// @param options name the profile
    /// @param folder a folder that was named instead; null when none was
    /// @param terminal whose environment the store may read
    SharedStore open(
            Project project, ProjectOptions options, @Nullable Path folder, Terminal terminal) {
        if (folder != null && remote != null) {
            throw new ConfigException(
                    ErrorCode.USAGE, "--remote and a folder are both given", "name one of them");
        }
        Remotes remotes = new Remotes(project, terminal);
        if (folder != null) {
            Path path = terminal.resolve(folder);
            Remote place = new Remote("", "file", path.toString(), false, Map.of());
            return remotes.open(place, "folder " + ProjectOptions.shown(path, terminal));
        }
        Remote chosen = chosen(project, options.chosen(project, terminal));
        return remotes.open(
                chosen,
                chosen.name().isEmpty() ? chosen.ref() : "remote \"" + chosen.name() + "\"");
    }

    /// {@return the key of the profile, as both sides call it}
    SharedKey key(Project project, ProjectOptions options, Terminal terminal) {
        SnapshotKey local = options.key(project, terminal);
        String stream = options.chosen(project, terminal).map(Profile::stream).orElse(null);
        if (stream == null) {
            return new SharedKey(local);
        }
        int slash = stream.indexOf('/');
        if (slash <= 0 || slash == stream.length() - 1) {
            throw new ConfigException(
                    ErrorCode.CONFIG_INVALID,
                    "the profile's stream \"" + stream + "\" has not two parts",
                    "write it as \"project/database\"");
        }
        return new SharedKey(
                local, new SnapshotKey(stream.substring(0, slash), stream.substring(slash + 1)));
    }

    private Remote chosen(Project project, Optional<Profile> profile) {
        List<Remote> defined = project.config().remotes();
        String name = remote == null ? profile.map(Profile::remote).orElse(null) : remote;
        if (name != null) {
            return defined.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .or(() -> address(name))
                    .orElseThrow(() -> unknown(name, defined));
        }
        return defined.stream()
                .filter(Remote::isDefault)
                .findFirst()
                .or(() -> defined.size() == 1 ? Optional.of(defined.getFirst()) : Optional.empty())
                .orElseThrow(() ->
                        new ConfigException(
                                ErrorCode.CONFIG_INVALID,
                                defined.isEmpty()
                                        ? "no remote is defined"
                                        : "several remotes are defined and none is the default",
                                "add one with dryrun remote add NAME REF, or name one with"
                                        + " --remote"));
    }

    private static Optional<Remote> address(String name) {
        return Remotes.scheme(name).isEmpty()
                ? Optional.empty()
                : Optional.of(new Remote("", "", name, false, Map.of()));
    }

    private static ConfigException unknown(String name, List<Remote> defined) {
        List<String> names = defined.stream().map(Remote::name).toList();
        String meant =
                Nearest.one(name, names).map(near -> "did you mean " + near + "? ").orElse("");
        return new ConfigException(
                ErrorCode.CONFIG_INVALID,
                "there is no remote \"" + name + "\"",
                meant
                        + (names.isEmpty()
                                ? "add one with: dryrun remote add NAME REF"
                                : "defined: " + String.join(", ", names)));
    }
}
