package dev.dryrun.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/// A drop-in made for a test: compiled as its author would, resolved in a layer of its own.
final class PluginLayer {

    private PluginLayer() {}

    /// {@return the layer of one module that provides one rule}
    ///
    /// @param folder an empty one to work in
    /// @param module the module's name, and that of its package
    /// @param rule the body of the class `Rule`, and what it implements
    static ModuleLayer of(Path folder, String module, String rule) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(module).resolve("src"));
        Path classes = folder.resolve(module).resolve("classes");
        Path descriptor = sources.resolve("module-info.java");
        Files.writeString(
                descriptor,
                """
                module %1$s {
                    requires dev.dryrun.lint;
                    provides dev.dryrun.lint.spi.LintRule with %1$s.Rule;
                }
                """
                        .formatted(module));
        Path source = sources.resolve("Rule.java");
        Files.writeString(
                source,
                """
                package %s;
                import dev.dryrun.lint.spi.*;
                import dev.dryrun.model.*;
                public final class Rule %s
                """
                        .formatted(module, rule));
        StringWriter output = new StringWriter();
        int status =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(
                                new PrintWriter(output),
                                new PrintWriter(output),
                                "--module-path",
                                System.getProperty("jdk.module.path"),
                                "-d",
                                classes.toString(),
                                descriptor.toString(),
                                source.toString());
        assertThat(status).as(output.toString()).isZero();
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration()
                        .resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of(module));
        return ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(boot), ClassLoader.getSystemClassLoader())
                .layer();
    }
}
