package dev.dryrun.store;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.model.Providers;
import dev.dryrun.store.spi.SnapshotStoreType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The kinds of stores that are there, by name.
///
/// Plugins are looked at when something is named that does not come with DryRun. For one command.
public final class StoreTypes {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final Providers<SnapshotStoreType, String, SnapshotStoreType> providers;

    private StoreTypes(Supplier<List<PluginLayer>> plugins) {
        providers =
                new Providers<>(
                        new Providers.Kind<>(
                                "a store",
                                layer -> ServiceLoader.load(layer, SnapshotStoreType.class),
                                StoreTypes::named),
                        plugins);
    }

    /// {@return those that come with DryRun, and those of plugins}
    ///
    /// A plugin's type whose name another has is left out; of two plugins' both are. While one
    /// runs, the thread's context class loader is its own.
    ///
    /// @param plugins brings the plugins that are built for this interface; asked once, when a type
    ///   is named that does not come with DryRun
    /// @throws ConfigException PLUGIN_INVALID when two modules of DryRun bring one of the same name
    public static StoreTypes load(Supplier<List<PluginLayer>> plugins) {
        StoreTypes types = new StoreTypes(plugins);
        types.providers.addOwn(
                ServiceLoader.load(
                        SnapshotStoreType.class, SnapshotStoreType.class.getClassLoader()));
        return types;
    }

    /// {@return their names, in order}
    public Set<String> names() {
        return providers.all().keySet();
    }

    /// {@return what brings something that cannot be used, and why, one line each; of plugins only
    /// when they were asked for}
    public List<String> problems() {
        return providers.problemLines();
    }

    /// {@return the one of this name, or empty when there is none}
    ///
    /// @param name as a remote's `type` writes it
    public Optional<SnapshotStoreType> find(String name) {
        return providers.find(name);
    }

    /// {@return the folder of the plugin that brings a type; empty when it comes with DryRun}
    ///
    /// @param type as [#find] gave it
    public static Optional<Path> folder(SnapshotStoreType type) {
        return type instanceof PluginStoreType plugin
                ? Optional.of(plugin.folder())
                : Optional.empty();
    }

    /// {@return the one of this name}
    ///
    /// @param name as a remote's `type` writes it
    /// @param who who names it, for the message
    /// @throws ConfigException CONFIG_INVALID when there is none
    public SnapshotStoreType require(String name, String who) {
        return find(name)
                .orElseThrow(() ->
                        new ConfigException(
                                ErrorCode.CONFIG_INVALID,
                                who + " is of the type \"" + name + "\", which is unknown",
                                Nearest.one(name, names())
                                                .map(near -> "did you mean " + near + "? ")
                                                .orElse("")
                                        + "known: "
                                        + String.join(", ", names())
                                        + "; dryrun plugin list shows what brings them"));
    }

    /// What a plugin's type says of itself is asked once, here, where it may fail.
    private static Optional<Map.Entry<String, SnapshotStoreType>> named(
            SnapshotStoreType made, @Nullable PluginLayer plugin) {
        SnapshotStoreType kept = plugin == null ? made : PluginStoreType.of(made, plugin);
        return NAME.matcher(kept.name()).matches()
                ? Optional.of(Map.entry(kept.name(), kept))
                : Optional.empty();
    }
}
