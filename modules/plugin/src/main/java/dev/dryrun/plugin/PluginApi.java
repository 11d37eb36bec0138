package dev.dryrun.plugin;

/// An interface that plugins implement. A plugin's jar says in its manifest which it was built for:
/// `DryRun-Api: masking/1`.
///
/// @param name what it is called there
/// @param version the one that this DryRun has
/// @param service the interface's class name
public record PluginApi(String name, int version, String service) {

    /// Makes one.
    ///
    /// @param name what manifests call it
    /// @param version the one that this DryRun has
    /// @param service the interface
    public static PluginApi of(String name, int version, Class<?> service) {
        return new PluginApi(name, version, service.getName());
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
