package dev.dryrun.plugin;

import dev.dryrun.testkit.DropInFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// A user's configuration, an installation and a project in one folder, and plugins for them. The
/// interface they are for is one of the JDK's.
///
/// @param folder an empty one
record Sandbox(Path folder) {

    static final PluginApi TOOL = new PluginApi("tool", 1, ToolProvider.class.getName());
    static final PluginApi OTHER =
            new PluginApi("other", 3, "java.util.spi.ResourceBundleProvider");
    static final Map<String, String> FOR_TOOL = Map.of(PluginJar.ATTRIBUTE, "tool/1");

    Path configuration() {
        return folder.resolve("config/dryrun");
    }

    Path own() {
        return configuration().resolve("plugins");
    }

    Path image() {
        return folder.resolve("image");
    }

    Path project() {
        return folder.resolve("project");
    }

    PluginPlaces places() {
        return new PluginPlaces(image(), configuration());
    }

    Plugins plugins() {
        return Plugins.in(places(), project(), List.of(TOOL, OTHER));
    }

    LoadedPlugins load() {
        return plugins().load(TOOL);
    }

    /// A plugin that works, in the user's folder and not pinned.
    DropInFolder tool(String name) {
        return DropInFolder.in(own(), name).jar(name, FOR_TOOL, sources("acme." + name, ""));
    }

    /// {@return a module with one tool}
    ///
    /// @param module the module's name, and that of its package
    /// @param requires more of its descriptor
    static Map<String, String> sources(String module, String requires) {
        return Map.of(
                "module-info.java",
                "module %1$s { %2$s provides java.util.spi.ToolProvider with %1$s.Tool; }"
                        .formatted(module, requires),
                "Tool.java",
                """
                package %1$s;
                import java.io.PrintWriter;
                public final class Tool implements java.util.spi.ToolProvider {
                    public String name() { return "%1$s"; }
                    public int run(PrintWriter out, PrintWriter err, String... args) { return 0; }
                }
                """
                        .formatted(module));
    }

    /// Pins each as it is now.
    void pin(DropInFolder... plugins) {
        for (DropInFolder plugin : plugins) {
            String name = String.valueOf(plugin.path().getFileName());
            try {
                add("%s = \"sha256:%s\"".formatted(name, FolderHash.of(plugin.path())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Adds a line to the user's pins.
    void add(String line) {
        try {
            Files.createDirectories(configuration());
            Files.writeString(
                    configuration().resolve("plugins.toml"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
