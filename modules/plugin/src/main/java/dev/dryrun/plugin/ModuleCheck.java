package dev.dryrun.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Finds what would keep a plugin's modules from being resolved beside DryRun's own, and says it in
/// words that name jars.
///
/// @param parent what runs already
record ModuleCheck(ModuleLayer parent) {

    private static final String OURS = "dev.dryrun.";

    /// {@return what is wrong, one line each}
    List<String> problems(PluginContent content) {
        List<String> problems = new ArrayList<>();
        twice(content, problems);
        for (PluginJar jar : content.jars()) {
            if (jar.module().startsWith(OURS) && isOurs(jar.module())) {
                problems.add(
                        "holds %s, the module %s, which DryRun itself has: leave it out"
                                .formatted(jar.file(), jar.module()));
            } else if (jar.descriptor().isAutomatic()) {
                automatic(jar).ifPresent(problems::add);
            } else {
                missing(jar, content, problems);
            }
        }
        return problems;
    }

    private boolean isOurs(String module) {
        return parent.findModule(module).isPresent()
                || ModuleFinder.ofSystem().find(module).isPresent();
    }

    private static void twice(PluginContent content, List<String> problems) {
        Map<String, PluginJar> modules = new HashMap<>();
        Map<String, PluginJar> packages = new HashMap<>();
        for (PluginJar jar : content.jars()) {
            PluginJar same = modules.putIfAbsent(jar.module(), jar);
            if (same != null) {
                problems.add(
                        "holds %s and %s, which are both the module %s"
                                .formatted(same.file(), jar.file(), jar.module()));
                continue;
            }
            for (String name : new TreeSet<>(jar.descriptor().packages())) {
                PluginJar other = packages.putIfAbsent(name, jar);
                if (other != null) {
                    problems.add(
                            "holds %s and %s, which both have the package %s"
                                    .formatted(other.file(), jar.file(), name));
                    break;
                }
            }
        }
    }

    /// An automatic module reads all that runs already, so nothing in it may be there twice.
    private Optional<String> automatic(PluginJar jar) {
        if (parent.findModule(jar.module()).isPresent()) {
            return Optional.of(
                    "holds %s, the automatic module %s, and DryRun has a module of that name"
                            .formatted(jar.file(), jar.module()));
        }
        for (Module module : parent.modules().stream().sorted(ModuleCheck::byName).toList()) {
            for (String name : new TreeSet<>(jar.descriptor().packages())) {
                if (module.getPackages().contains(name)) {
                    return Optional.of(
                            "holds %s, an automatic module with the package %s, and so has %s"
                                    .formatted(jar.file(), name, "DryRun's " + module.getName()));
                }
            }
        }
        return Optional.empty();
    }

    private static int byName(Module one, Module other) {
        return one.getName().compareTo(other.getName());
    }

    private void missing(PluginJar jar, PluginContent content, List<String> problems) {
        ModuleDescriptor module = jar.descriptor();
        module.requires().stream()
                .filter(it -> !it.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .filter(it -> !content.modules().contains(it))
                .filter(it -> parent.findModule(it).isEmpty())
                .sorted()
                .map(name ->
                        "needs the module %s for %s, and there is none in it nor among DryRun's"
                                .formatted(name, jar.file()))
                .forEach(problems::add);
    }
}
