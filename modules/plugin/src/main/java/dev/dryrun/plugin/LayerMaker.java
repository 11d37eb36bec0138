package dev.dryrun.plugin;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.Optional;

/// Resolves what a plugin's folder holds in a layer above DryRun's own modules.
///
/// Every module of the folder is a root: those that only automatic modules need would be missed
/// otherwise. One class loader for all.
///
/// @param parent what runs already
record LayerMaker(ModuleLayer parent) {

    private static final String BASE = "java.base";
    private static final String OURS = "dev.dryrun.";

    /// Annotations and no code; the image does not even have it.
    private static final String ANNOTATIONS = "org.jspecify";

    Configuration resolve(PluginContent content) throws PluginProblem {
        try {
            return parent.configuration()
                    .resolve(
                            ModuleFinder.of(content.paths()), ModuleFinder.of(), content.modules());
        } catch (FindException | ResolutionException | SecurityException e) {
            throw failed(e);
        }
    }

    ModuleLayer layer(Configuration configuration) throws PluginProblem {
        try {
            return ModuleLayer.defineModulesWithOneLoader(
                            configuration, List.of(parent), ClassLoader.getSystemClassLoader())
                    .layer();
        } catch (LayerInstantiationException | SecurityException e) {
            throw failed(e);
        }
    }

    /// {@return the first thing a plugin's modules read that is neither `java.base` nor ours; empty
    /// when there is none}
    ///
    /// An automatic module reads everything.
    Optional<String> foreign(PluginContent content, Configuration configuration) {
        for (PluginJar jar : content.jars()) {
            if (jar.descriptor().isAutomatic()) {
                return Optional.of(
                        jar.file() + " says nothing of what it reads: it has no module-info");
            }
        }
        return configuration.modules().stream()
                .flatMap(module -> module.reads().stream())
                .filter(read -> !read.name().equals(BASE) && !read.name().equals(ANNOTATIONS))
                .filter(read -> !isOurs(read))
                .map(read -> "it reads " + read.name())
                .sorted()
                .findFirst();
    }

    private boolean isOurs(ResolvedModule read) {
        return read.name().startsWith(OURS) && read.configuration().equals(parent.configuration());
    }

    private static PluginProblem failed(RuntimeException e) {
        return new PluginProblem("cannot be resolved: " + PluginJar.firstLine(e));
    }
}
