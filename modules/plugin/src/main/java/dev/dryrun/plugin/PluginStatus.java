package dev.dryrun.plugin;

import dev.dryrun.model.PluginLayer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folder as a plugin: what it is for, and whether it may run. Nothing of it has run yet.
///
/// @param name the folder's own
/// @param folder its path
/// @param origin where it lies
/// @param builtFor what its manifests say, `masking/1`
/// @param modules the names of its modules
/// @param pin the line of `plugins.toml` that pins it as it is; null when it cannot be hashed
/// @param pinned whether that line stands in one; a plugin that was only looked at need not be
/// @param problems why it cannot be used, one line each, without the folder; empty when it can
/// @param layer its modules, resolved, for whoever wants to run its providers; null when it has
///   problems or is not pinned
public record PluginStatus(
        String name,
        Path folder,
        PluginOrigin origin,
        List<String> builtFor,
        List<String> modules,
        @Nullable String pin,
        boolean pinned,
        List<String> problems,
        @Nullable PluginLayer layer) {

    /// Copies what it is given.
    public PluginStatus {
        builtFor = List.copyOf(builtFor);
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }
}
