package dev.dryrun.plugin;

import java.nio.file.Path;

/// A folder in which a plugin may lie.
///
/// @param name the folder's own
/// @param folder its path
/// @param origin in whose folder of plugins it is
record DropIn(String name, Path folder, PluginOrigin origin) {

    /// {@return a line about it}
    ///
    /// @param what what is to be said
    String line(String what) {
        return folder + " " + what;
    }
}
