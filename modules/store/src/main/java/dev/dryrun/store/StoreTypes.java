package dev.dryrun.store;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.store.spi.SnapshotStoreType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The kinds of stores that are there, by name.
///
/// Plugins are looked at when something is named that does not come with DryRun. For one command.
public final class StoreTypes {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final SortedMap<String, SnapshotStoreType> byName = new TreeMap<>();
    private final SortedMap<String, String> origins = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private @Nullable Supplier<List<PluginLayer>> plugins;

    private StoreTypes(Supplier<List<PluginLayer>> plugins) {
        this.plugins = plugins;
    }

    /// {@return those that come with DryRun, and those of plugins}
    ///
    /// A plugin's type whose name another has is left out.
    ///
    /// @param plugins brings the plugins that are built for this interface; asked once, when a type
    ///   is named that does not come with DryRun
    public static StoreTypes load(Supplier<List<PluginLayer>> plugins) {
        StoreTypes types = new StoreTypes(plugins);
        ServiceLoader.load(SnapshotStoreType.class, SnapshotStoreType.class.getClassLoader())
                .stream()
                .forEach(provider -> types.add(where(provider.type().getModule()), provider));
        return types;
    }

    /// {@return their names, in order}
    public Set<String> names() {
        addPlugins();
        return Collections.unmodifiableSet(byName.keySet());
    }

    /// {@return what brings something that cannot be used, and why, one line each; of plugins only
    /// when they were asked for}
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /// {@return the one of this name, or empty when there is none}
    ///
    /// @param name as a remote's `type` writes it
    public Optional<SnapshotStoreType> find(String name) {
        if (!byName.containsKey(name)) {
            addPlugins();
        }
        return Optional.ofNullable(byName.get(name));
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

    private void addPlugins() {
        Supplier<List<PluginLayer>> unasked = plugins;
        plugins = null;
        if (unasked == null) {
            return;
        }
        for (PluginLayer plugin : unasked.get()) {
            Iterator<ServiceLoader.Provider<SnapshotStoreType>> providers =
                    ServiceLoader.load(plugin.layer(), SnapshotStoreType.class).stream().iterator();
            try {
                while (providers.hasNext()) {
                    ServiceLoader.Provider<SnapshotStoreType> provider = providers.next();
                    if (plugin.holds(provider.type())) {
                        add(plugin.folder().toString(), provider);
                    }
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(plugin.folder() + " cannot be used: " + firstLine(e));
            }
        }
    }

    private void add(String where, Supplier<SnapshotStoreType> provider) {
        try {
            SnapshotStoreType type = provider.get();
            String name = type.name();
            String other = origins.get(name);
            if (!NAME.matcher(name).matches()) {
                problems.add(where + " brings a store with a name that no remote can say");
            } else if (other != null) {
                problems.add(where + " brings a store \"" + name + "\", as does " + other);
            } else {
                byName.put(name, type);
                origins.put(name, where);
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            problems.add(where + " brings a store that cannot be used: " + firstLine(e));
        }
    }

    private static String where(Module module) {
        return module.isNamed() ? "module " + module.getName() : "the class path";
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
