package dev.dryrun.plugins.s3store;

import dev.dryrun.model.PluginLayer;
import dev.dryrun.store.StoreTypes;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import java.io.PrintStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Run in a process of its own: resolves the plugin's folder as an image does, and uses it.
final class LayerTrial {

    private LayerTrial() {}

    /// Says what happened, a line each.
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        SnapshotStoreType type = type(Path.of(arguments[0]));
        Thread.currentThread().setContextClassLoader(null);
        out.println("loader: " + Thread.currentThread().getContextClassLoader());
        Map<String, String> options = Map.of("endpoint", arguments[2]);
        try (SnapshotStore store = type.open(address(arguments[1], options))) {
            out.println("check: " + store.check());
            out.println("put: " + store.put("objects/ab", new byte[1000]));
            out.println("put again: " + store.put("objects/ab", new byte[1000]));
            out.println("get: " + store.get("objects/ab", 1000).orElseThrow().length + " bytes");
            out.println("list: " + store.list("", "", 10).entries());
        }
        Map<String, String> nobody = Map.of("endpoint", arguments[2], "profile", "nobody");
        try (SnapshotStore store = type.open(address(arguments[1], nobody))) {
            store.check();
        } catch (StoreException e) {
            out.println("missing profile: " + e.kind() + " " + e.getMessage());
        }
        String sdk = "software.amazon.awssdk.services.s3";
        boolean inBoot = ModuleLayer.boot().findModule(sdk).isPresent();
        out.println((inBoot ? "in boot: " : "not in boot: ") + sdk);
    }

    private static SnapshotStoreType type(Path folder) {
        ModuleFinder finder = ModuleFinder.of(folder);
        Set<String> roots =
                finder.findAll().stream()
                        .map(module -> module.descriptor().name())
                        .collect(Collectors.toSet());
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(finder, ModuleFinder.of(), roots);
        ModuleLayer layer =
                ModuleLayer.defineModulesWithOneLoader(
                                configuration, List.of(boot), ClassLoader.getSystemClassLoader())
                        .layer();
        PluginLayer plugin = new PluginLayer("s3", folder, layer);
        return StoreTypes.load(() -> List.of(plugin)).find("s3").orElseThrow();
    }

    private static StoreAddress address(String ref, Map<String, String> options) {
        return new StoreAddress(
                ref,
                options,
                Path.of("").toAbsolutePath(),
                Path.of("target/cache").toAbsolutePath(),
                name -> Optional.ofNullable(System.getenv(name)));
    }
}
