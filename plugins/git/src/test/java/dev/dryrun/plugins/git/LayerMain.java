package dev.dryrun.plugins.git;

import dev.dryrun.model.PluginLayer;
import dev.dryrun.store.StoreTypes;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A process that loads the plugin as DryRun does, and pushes: `LayerMain PLUGIN REF FOLDER`.
final class LayerMain {

    private LayerMain() {}

    public static void main(String[] arguments) {
        ModuleFinder finder = ModuleFinder.of(Path.of(arguments[0]));
        Set<String> names =
                finder.findAll().stream()
                        .map(it -> it.descriptor().name())
                        .collect(Collectors.toSet());
        ModuleLayer boot = ModuleLayer.boot();
        Configuration resolved =
                boot.configuration().resolveAndBind(finder, ModuleFinder.of(), names);
        ModuleLayer layer =
                boot.defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
        PluginLayer plugin = new PluginLayer("git", Path.of(arguments[0]), layer);
        SnapshotStoreType type = StoreTypes.load(() -> List.of(plugin)).find("git").orElseThrow();
        Path folder = Path.of(arguments[2]);
        StoreAddress address =
                new StoreAddress(
                        arguments[1],
                        Map.of(),
                        folder,
                        folder.resolve("cache"),
                        name -> Optional.ofNullable(System.getenv(name)));
        try (SnapshotStore store = type.open(address)) {
            System.out.println(store.check());
            store.put("layer/1", "from a layer".getBytes(StandardCharsets.UTF_8));
            store.flush();
        }
        System.out.println(
                boot.modules().stream()
                        .map(Module::getName)
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }
}
