package dev.dryrun.store;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
import dev.dryrun.store.spi.SnapshotStoreType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The kinds of stores that are there, by name.
///
/// Immutable.
public final class StoreTypes {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final SortedMap<String, SnapshotStoreType> byName = new TreeMap<>();
    private final SortedMap<String, String> modules = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private StoreTypes() {}

    /// {@return those that come with DryRun, and those of drop-ins}
    ///
    /// @param layers the drop-ins' modules
    /// @throws ConfigException PLUGIN_INVALID when two modules bring one of the same name
    public static StoreTypes load(List<ModuleLayer> layers) {
        StoreTypes types = new StoreTypes();
        types.addAll(
                ServiceLoader.load(
                        SnapshotStoreType.class, SnapshotStoreType.class.getClassLoader()));
        for (ModuleLayer layer : layers) {
            types.addAll(ServiceLoader.load(layer, SnapshotStoreType.class));
        }
        return types;
    }

    /// {@return their names, in order}
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /// {@return which modules bring something that cannot be used, and why, one line each}
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /// {@return the one of this name, or empty when there is none}
    ///
    /// @param name as a remote's `type` writes it
    public Optional<SnapshotStoreType> find(String name) {
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

    /// A layer's loader finds what its parents bring too: that is no duplicate.
    private void addAll(ServiceLoader<SnapshotStoreType> loader) {
        Stream<ServiceLoader.Provider<SnapshotStoreType>> providers;
        try {
            providers = loader.stream().toList().stream();
        } catch (ServiceConfigurationError e) {
            problems.add(firstLine(e));
            return;
        }
        providers.forEach(provider -> {
            Module module = provider.type().getModule();
            add(module.isNamed() ? module.getName() : "class path", provider);
        });
    }

    private void add(String module, ServiceLoader.Provider<SnapshotStoreType> provider) {
        SnapshotStoreType type;
        String name;
        try {
            type = provider.get();
            name = type.name();
        } catch (ServiceConfigurationError | RuntimeException e) {
            problems.add(module + " brings a store that cannot be used: " + firstLine(e));
            return;
        }
        if (!NAME.matcher(name).matches()) {
            problems.add(module + " brings a store with a name that no remote can say: " + name);
            return;
        }
        SnapshotStoreType known = byName.get(name);
        if (known != null && known.getClass().equals(type.getClass())) {
            return;
        }
        if (known != null) {
            throw new ConfigException(
                    ErrorCode.PLUGIN_INVALID,
                    "two modules bring a store called "
                            + name
                            + ": "
                            + modules.get(name)
                            + " and "
                            + module,
                    "remove one of them from the plugins folder");
        }
        byName.put(name, type);
        modules.put(name, module);
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
