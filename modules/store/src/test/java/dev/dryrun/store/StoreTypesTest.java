package dev.dryrun.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.PluginLayer;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.testkit.DropInFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plugins that bring stores, each a real one in a layer of its own.
final class StoreTypesTest {

    @TempDir private Path folder;

    @Test
    void aPluginsStoreRunsWithItsOwnClassLoaderAndTheThreadHasItsOwnAgain() {
        PluginLayer plugin = plugin("acme.loader", "acme", "Store.mine(true);");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        List<Object> answers = new ArrayList<>();
        try {
            StoreTypes types = StoreTypes.load(() -> List.of(plugin));
            SnapshotStoreType type = types.require("acme", "a remote");
            assertThat(types.problems()).isEmpty();
            assertThat(StoreTypes.folder(type)).contains(plugin.folder());
            answers.addAll(List.of(type.name(), type.options()));
            try (SnapshotStore store = type.open(address())) {
                answers.addAll(List.of(store.traits().parallelism(), store.check()));
                answers.add(store.put("a", new byte[1]));
                store.flush();
                answers.addAll(List.of(store.get("a", 1), store.list("", "", 1).entries()));
                store.delete("a");
                answers.add(store.sweep(Instant.now()));
            }
            assertThat(thread.getContextClassLoader()).isNull();
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(answers).hasSize(8);
    }

    @Test
    void ofPluginsWithOneTypeNoneIsUsed() {
        PluginLayer one = plugin("acme.one", "same", "");
        PluginLayer two = plugin("acme.two", "same", "");
        PluginLayer three = plugin("acme.three", "same", "");
        PluginLayer other = plugin("acme.other", "other", "");

        StoreTypes types = StoreTypes.load(() -> List.of(one, two, three, other));

        assertThat(types.find("same")).isEmpty();
        assertThat(types.names()).contains("file", "other").doesNotContain("same");
        assertThat(types.problems())
                .containsExactly(
                        two.folder()
                                + " brings a store \"same\", and so does "
                                + one.folder()
                                + ": neither is used",
                        three.folder()
                                + " brings a store \"same\", and so does "
                                + one.folder()
                                + ": neither is used");
    }

    @Test
    void whatComesWithDryRunKeepsItsName() {
        PluginLayer plugin = plugin("acme.twin", "file", "");

        StoreTypes types = StoreTypes.load(() -> List.of(plugin));

        assertThat(types.names()).contains("file");
        assertThat(types.find("file").flatMap(StoreTypes::folder)).isEmpty();
        assertThat(types.problems())
                .containsExactly(
                        plugin.folder()
                                + " brings a store \"file\", and so does DryRun itself, in"
                                + " dev.dryrun.store: the plugin's is not used");
    }

    @Test
    void whatCannotBeMadeOrNamedIsALineWithoutWhatItSays() {
        PluginLayer failing =
                plugin("acme.failing", "bad", "Store.mine(Integer.valueOf(\"secret\"));");
        PluginLayer unnamed = plugin("acme.unnamed", "No Name", "");

        StoreTypes types = StoreTypes.load(() -> List.of(failing, unnamed));

        assertThat(types.find("bad")).isEmpty();
        assertThat(types.problems())
                .containsExactly(
                        failing.folder()
                                + " brings a store that cannot be made: NumberFormatException",
                        unnamed.folder() + " calls a store by no proper name");
    }

    private PluginLayer plugin(String module, String name, String constructor) {
        DropInFolder plugin =
                DropInFolder.in(folder, module)
                        .jar(
                                module,
                                Map.of("DryRun-Api", "store/1"),
                                Map.of(
                                        "module-info.java", descriptor(module),
                                        "Store.java", store(module),
                                        "Type.java", type(module, name, constructor)));
        return new PluginLayer(module, plugin.path(), plugin.layer());
    }

    /// Fails wherever the thread's context class loader is not its own.
    private static String store(String module) {
        return """
        package %1$s;
        import dev.dryrun.store.spi.*;
        import java.time.Instant;
        import java.util.*;
        final class Store implements SnapshotStore {
            static <T> T mine(T answer) {
                ClassLoader now = Thread.currentThread().getContextClassLoader();
                if (now != Store.class.getClassLoader()) {
                    throw new IllegalStateException("the thread's loader is " + now);
                }
                return answer;
            }
            public StoreTraits traits() { return mine(new StoreTraits(1, true, true)); }
            public String check() { return mine("well"); }
            public boolean put(String name, byte[] content) { return mine(true); }
            public void flush() { mine(true); }
            public Optional<byte[]> get(String name, int most) { return mine(Optional.empty()); }
            public StorePage list(String prefix, String after, int limit) {
                return mine(new StorePage(List.of()));
            }
            public void delete(String name) { mine(true); }
            public int sweep(Instant before) { return mine(1); }
            public void close() { mine(true); }
        }
        """
                .formatted(module);
    }

    private static String type(String module, String name, String constructor) {
        return """
        package %1$s;
        import dev.dryrun.store.spi.*;
        import java.util.Set;
        public final class Type implements SnapshotStoreType {
            public Type() { %3$s }
            public String name() { return Store.mine("%2$s"); }
            public Set<String> options() { return Store.mine(Set.of("key")); }
            public SnapshotStore open(StoreAddress address) { return Store.mine(new Store()); }
        }
        """
                .formatted(module, name, constructor);
    }

    private static String descriptor(String module) {
        return """
        module %1$s {
            requires dev.dryrun.store;
            provides dev.dryrun.store.spi.SnapshotStoreType with %1$s.Type;
        }
        """
                .formatted(module);
    }

    private StoreAddress address() {
        return new StoreAddress("x", Map.of(), folder, folder, name -> Optional.empty());
    }
}
