package dev.dryrun.plugin;

import java.util.List;

/// An interface that plugins implement. A plugin's jar says in its manifest which it was built for:
/// `DryRun-Api: masking/1`.
///
/// @param name what it is called there
/// @param version the one that this DryRun has
/// @param service the interface's class name; by name, so that who loads lint rules needs no stores
public record PluginApi(String name, int version, String service) {

    /// Lint rules.
    public static final PluginApi LINT = new PluginApi("lint", 1, "dev.dryrun.lint.spi.LintRule");

    /// Masking strategies.
    public static final PluginApi MASKING =
            new PluginApi("masking", 1, "dev.dryrun.masking.spi.MaskingStrategy");

    /// Places to share snapshots in.
    public static final PluginApi STORE =
            new PluginApi("store", 1, "dev.dryrun.store.spi.SnapshotStoreType");

    /// All there are.
    public static final List<PluginApi> ALL = List.of(LINT, MASKING, STORE);

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
