package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// Who brings something that was looked for with [java.util.ServiceLoader].
///
/// @param module its module, or `the class path`; for a plugin that could not even be asked what it
///   provides, the word `plugin`
/// @param provider the simple name of the class; the plugin's own name when no class is known
/// @param plugin which; null for what comes with DryRun
public record ProviderOrigin(String module, String provider, @Nullable PluginLayer plugin) {

    static ProviderOrigin of(Class<?> type, @Nullable PluginLayer plugin) {
        Module module = type.getModule();
        String name = module.isNamed() ? module.getName() : "the class path";
        return new ProviderOrigin(name, type.getSimpleName(), plugin);
    }

    static ProviderOrigin of(PluginLayer plugin) {
        return new ProviderOrigin("plugin", plugin.name(), plugin);
    }

    /// {@return the plugin's folder, or the module that comes with DryRun; for messages}
    public String place() {
        return plugin == null ? "module " + module : plugin.folder().toString();
    }
}
