package dev.dryrun.plugin;

/// Where a plugin lies.
public enum PluginOrigin {
    /// In the image's `plugins` folder.
    INSTALLATION,
    /// In the user's own.
    USER,
    /// Anywhere else: it is only looked at.
    ELSEWHERE
}
