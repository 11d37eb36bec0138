package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.config.Remote;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
import dev.dryrun.plugin.PluginApi;
import dev.dryrun.report.ErrorText;
import dev.dryrun.store.SharedStore;
import dev.dryrun.store.StoreTypes;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Opens the places that a project shares snapshots in.
final class Remotes {

    private static final String FILE = "file";

    /// Two letters at least: one is a drive of Windows.
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9-]+):(.*)");

    private final Project project;
    private final Terminal terminal;
    private final StoreTypes types;

    /// @param project whose folder relative places start at
    /// @param terminal whose environment stores may read
    Remotes(Project project, Terminal terminal) {
        this.project = project;
        this.terminal = terminal;
        InstalledPlugins plugins = InstalledPlugins.of(terminal, project.root());
        types = StoreTypes.load(() -> plugins.layers(PluginApi.STORE));
    }

    /// {@return the type that an address names, or empty when it names none}
    static Optional<String> scheme(String ref) {
        Matcher matcher = SCHEME.matcher(ref);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// {@return the kind of store that a remote is in}
    static String type(Remote remote) {
        return remote.type().isEmpty() ? scheme(remote.ref()).orElse(FILE) : remote.type();
    }

    /// {@return the open store}
    ///
    /// @param remote where
    /// @param title how messages call it
    /// @throws ConfigException when its type or one of its keys is unknown
    SharedStore open(Remote remote, String title) {
        SnapshotStoreType type = known(remote, title);
        return SharedStore.open(type, address(remote), title);
    }

    private SnapshotStoreType known(Remote remote, String title) {
        SnapshotStoreType type = types.require(type(remote), title);
        types.problems().forEach(problem -> terminal.err().print(ErrorText.warning(problem)));
        for (String key : remote.options().keySet()) {
            if (!type.options().contains(key)) {
                throw new ConfigException(
                        ErrorCode.CONFIG_INVALID,
                        title
                                + " has the key \""
                                + key
                                + "\", which the type "
                                + type.name()
                                + " does not know"
                                + Nearest.one(key, type.options())
                                        .map(near -> "; did you mean \"" + near + "\"?")
                                        .orElse(""),
                        type.options().isEmpty()
                                ? "it has no keys of its own; remove it"
                                : "it knows: "
                                        + String.join(
                                                ", ", type.options().stream().sorted().toList()));
            }
        }
        return type;
    }

    private StoreAddress address(Remote remote) {
        String prefix = type(remote) + ":";
        String ref =
                remote.ref().startsWith(prefix)
                        ? remote.ref().substring(prefix.length())
                        : remote.ref();
        UUID place = UUID.nameUUIDFromBytes((prefix + ref).getBytes(StandardCharsets.UTF_8));
        Path cache = project.dataDirectory().resolve("remotes").resolve(place.toString());
        return new StoreAddress(ref, remote.options(), project.root(), cache, this::variable);
    }

    /// Stores have secrets of their own there. Those of databases are none of theirs.
    private Optional<String> variable(String name) {
        if (name.equals("DATABASE_URL")) {
            return Optional.empty();
        }
        String known = terminal.environment().get(name);
        return Optional.ofNullable(known == null ? System.getenv(name) : known);
    }
}
