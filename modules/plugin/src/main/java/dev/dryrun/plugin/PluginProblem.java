package dev.dryrun.plugin;

import java.io.Serial;

/// Why a folder is no plugin that can be used: one line without the folder's name.
final class PluginProblem extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    PluginProblem(String line) {
        super(line);
    }

    /// {@return the line}
    String line() {
        return String.valueOf(getMessage());
    }
}
