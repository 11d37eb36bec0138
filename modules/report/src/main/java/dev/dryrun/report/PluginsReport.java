package dev.dryrun.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was dropped in.
///
/// @param plugins in the order in which they are looked for
/// @param problems of the places, and of what lies there and is no plugin
public record PluginsReport(List<Entry> plugins, List<String> problems) {

    public PluginsReport {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
    }

    /// {@return whether nothing is wrong}
    public boolean clean() {
        return problems.isEmpty() && plugins.stream().allMatch(it -> it.problems().isEmpty());
    }

    /// One plugin.
    ///
    /// @param name its folder's
    /// @param folder as to show it
    /// @param origin where it lies: `installation`, `user` or `elsewhere`
    /// @param builtFor the interfaces that its manifests name, `masking/1`
    /// @param modules their names
    /// @param pin the line that pins it as it is; null when it cannot be hashed
    /// @param pinned whether that line stands where it has to
    /// @param brings what it adds, `masking strategy rank`; null when nobody ran it to ask
    /// @param problems why it cannot be used, one line each
    public record Entry(
            String name,
            String folder,
            String origin,
            List<String> builtFor,
            List<String> modules,
            @Nullable String pin,
            boolean pinned,
            @Nullable List<String> brings,
            List<String> problems) {

        public Entry {
            builtFor = List.copyOf(builtFor);
            modules = List.copyOf(modules);
            brings = brings == null ? null : List.copyOf(brings);
            problems = List.copyOf(problems);
        }
    }
}
