package dev.dryrun.lint;

import dev.dryrun.model.PluginLayer;
import dev.dryrun.testkit.DropInFolder;
import java.nio.file.Path;
import java.util.Map;

/// A drop-in made for a test: compiled as its author would, resolved in a layer of its own.
final class RulePlugin {

    private RulePlugin() {}

    /// {@return the layer of one module that provides one rule}
    ///
    /// @param place the folder of plugins
    /// @param module the module's name, and that of its package and folder
    /// @param rule the body of the class `Rule`, and what it implements
    static PluginLayer of(Path place, String module, String rule) {
        DropInFolder plugin =
                DropInFolder.in(place, module)
                        .jar(
                                module,
                                Map.of("DryRun-Api", "lint/1"),
                                Map.of(
                                        "module-info.java",
                                        descriptor(module),
                                        "Rule.java",
                                        source(module, rule)));
        return new PluginLayer(module, plugin.path(), plugin.layer());
    }

    private static String descriptor(String module) {
        return """
        module %1$s {
            requires dev.dryrun.lint;
            provides dev.dryrun.lint.spi.LintRule with %1$s.Rule;
        }
        """
                .formatted(module);
    }

    private static String source(String module, String rule) {
        return """
        package %s;
        import dev.dryrun.lint.spi.*;
        import dev.dryrun.model.*;
        public final class Rule %s
        """
                .formatted(module, rule);
    }
}
