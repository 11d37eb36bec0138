package dev.dryrun.jlink;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The modules one can start: `java -m dev.dryrun.mcp`.
enum Root {
    /// The MCP server; no driver in its graph.
    MCP("512m"),
    /// The commands that never touch a database; no driver in their graph.
    CLI("1g"),
    /// Every command.
    DBA("1g");

    private static final List<String> NATIVE_ACCESS =
            List.of("dev.dryrun.pgquery", "org.xerial.sqlitejdbc", "com.github.luben.zstd_jni");

    private final String heap;

    Root(String heap) {
        this.heap = heap;
    }

    /// {@return the last part of the module's name}
    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the module's name}
    String module() {
        return "dev.dryrun." + shortName();
    }

    /// {@return the class that the module's descriptor names as its main class}
    String mainClass() {
        return module() + ".Main";
    }

    /// {@return the largest heap, as `-Xmx` takes it}
    ///
    /// It is fixed, because a machine with very much memory would otherwise get a heap whose object
    /// layout does not fit the cache.
    String heap() {
        return heap;
    }

    /// {@return the modules that may call native code, as `--enable-native-access` takes them}
    ///
    /// A module outside the root's graph would make the virtual machine warn at every start.
    ///
    /// @param modules every module but the JDK's
    String nativeAccess(ModuleFinder modules) {
        Configuration graph =
                Configuration.resolveAndBind(
                        modules,
                        List.of(Configuration.empty()),
                        ModuleFinder.ofSystem(),
                        Set.of(module()));
        return NATIVE_ACCESS.stream()
                .filter(name -> graph.findModule(name).isPresent())
                .collect(Collectors.joining(","));
    }
}
