package dev.dryrun.model;

import java.nio.file.Path;

/// A plugin that was dropped in and resolved: what provides services beside the image's own
/// modules.
///
/// @param name the name of its folder
/// @param folder where it lies; messages about the plugin name it
/// @param layer its modules, with a class loader of their own. [java.util.ServiceLoader] shows the
///   providers of the image's modules in it too; [#holds] tells them apart
public record PluginLayer(String name, Path folder, ModuleLayer layer) {

    /// {@return whether a class is the plugin's own}
    ///
    /// @param type any class
    public boolean holds(Class<?> type) {
        return layer.equals(type.getModule().getLayer());
    }
}
