package dev.dryrun.masking;

import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.strategy.NullStrategy;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ContextLoader;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.PluginLayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The masking strategies that are there, by name.
///
/// Those that come with DryRun are there at once; plugins are asked for when a name is not among
/// these. For one thread.
public final class Strategies {

    /// What is always removed says so by this word, in the place of a strategy's name.
    static final String ALWAYS = "always";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final SortedMap<String, MaskingStrategy> byName = new TreeMap<>();
    private final SortedMap<String, String> modules = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Supplier<List<PluginLayer>> plugins;

    private Strategies(@Nullable Supplier<List<PluginLayer>> plugins) {
        this.plugins = plugins;
    }

    /// {@return those that come with DryRun, and those of the modules beside it}
    ///
    /// @throws ConfigException PLUGIN_INVALID when two modules bring one of the same name
    public static Strategies load() {
        return load(List::of);
    }

    /// {@return the same and those of plugins}
    ///
    /// A plugin's strategy whose name another has is left out.
    ///
    /// @param plugins brings the plugins that are built for this interface; asked once, when a
    ///   strategy is named that does not come with DryRun
    /// @throws ConfigException PLUGIN_INVALID when two modules of DryRun bring one of the same name
    public static Strategies load(Supplier<List<PluginLayer>> plugins) {
        Strategies strategies = new Strategies(plugins);
        ServiceLoader.load(MaskingStrategy.class, MaskingStrategy.class.getClassLoader()).stream()
                .forEach(provider -> {
                    Module module = provider.type().getModule();
                    strategies.add(module.isNamed() ? module.getName() : "class path", provider);
                });
        return strategies;
    }

    /// {@return these alone}
    ///
    /// @param given each by the name of the module that brings it
    /// @throws ConfigException PLUGIN_INVALID when two are of the same name
    static Strategies of(List<Given> given) {
        Strategies strategies = new Strategies(null);
        given.forEach(one -> strategies.add(one.module, () -> one.strategy));
        return strategies;
    }

    /// A strategy and where it is from.
    ///
    /// @param module its name
    /// @param strategy what it brings
    record Given(String module, MaskingStrategy strategy) {}

    /// {@return their names, in order}
    public Set<String> names() {
        addPlugins();
        return Collections.unmodifiableSet(byName.keySet());
    }

    /// {@return the one of this name, or empty when there is none}
    ///
    /// @param name as a policy writes it
    public Optional<MaskingStrategy> find(String name) {
        if (!byName.containsKey(name)) {
            addPlugins();
        }
        return Optional.ofNullable(byName.get(name));
    }

    /// {@return the folder of the plugin that brings a strategy; empty when it comes with DryRun}
    ///
    /// @param strategy as [#find] gave it
    public static Optional<Path> folder(MaskingStrategy strategy) {
        return strategy instanceof PluginStrategy(_, Path folder)
                ? Optional.of(folder)
                : Optional.empty();
    }

    /// {@return which modules bring something that cannot be used, and why, one line each; of
    /// plugins only when they were asked for}
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /// {@return what there is, the one nearest to a word first, and why there is not more: for
    /// messages}
    ///
    /// @param word what was asked for
    String listed(String word) {
        Set<String> names = names();
        List<String> near = Nearest.of(word, names, names.size());
        List<String> all = new ArrayList<>(near);
        names.stream().filter(name -> !near.contains(name)).forEach(all::add);
        String there = String.join(", ", all);
        return problems.isEmpty() ? there : there + "; " + String.join("; ", problems);
    }

    private void addPlugins() {
        Supplier<List<PluginLayer>> asked = plugins;
        plugins = null;
        for (PluginLayer plugin : asked == null ? List.<PluginLayer>of() : asked.get()) {
            try {
                ServiceLoader.load(plugin.layer(), MaskingStrategy.class).stream()
                        .filter(provider -> plugin.holds(provider.type()))
                        .forEach(provider -> addOf(plugin, provider));
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(unmade(plugin.folder().toString(), e));
            }
        }
    }

    private void addOf(PluginLayer plugin, ServiceLoader.Provider<MaskingStrategy> provider) {
        String folder = plugin.folder().toString();
        try (ContextLoader _ = ContextLoader.of(provider.type())) {
            MaskingStrategy strategy = new PluginStrategy(provider.get(), plugin.folder());
            String name = strategy.name();
            if (!isProper(name)) {
                problems.add(folder + " calls a masking strategy by no proper name");
                return;
            }
            String other = modules.putIfAbsent(name, folder);
            if (other == null) {
                byName.put(name, strategy);
                return;
            }
            boolean both = !byName.containsKey(name) || byName.get(name) instanceof PluginStrategy;
            if (both) {
                byName.remove(name);
            }
            problems.add(
                    "%s brings a masking strategy \"%s\", and so does %s: %s"
                            .formatted(
                                    folder,
                                    name,
                                    both ? other : "DryRun itself, in " + other,
                                    both ? "neither is used" : "the plugin's is not used"));
        } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
            problems.add(unmade(folder, e));
        }
    }

    private static boolean isProper(String name) {
        return NAME.matcher(name).matches() && !name.equals(ALWAYS);
    }

    /// What was thrown is named by its class alone: its message may hold anything.
    private static String unmade(String where, Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return where
                + " brings a masking strategy that cannot be made: "
                + cause.getClass().getSimpleName();
    }

    /// What throws is left out: the others still work.
    private void add(String module, Supplier<MaskingStrategy> made) {
        try {
            MaskingStrategy strategy = made.get();
            String name = strategy.name();
            if (!isProper(name)) {
                problems.add("module " + module + " calls a masking strategy by no proper name");
                return;
            }
            String other = modules.putIfAbsent(name, module);
            if (other != null) {
                throw duplicate(name, other, module);
            }
            byName.put(name, strategy);
        } catch (ConfigException e) {
            throw e;
        } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
            problems.add(unmade("module " + module, e));
        }
    }

    private static ConfigException duplicate(String name, String one, String other) {
        boolean builtIn = name.equals(NullStrategy.NAME);
        return new ConfigException(
                ErrorCode.PLUGIN_INVALID,
                "the modules "
                        + one
                        + " and "
                        + other
                        + " both bring a masking strategy \""
                        + name
                        + "\"",
                builtIn ? "remove the plugin" : "remove one of the two");
    }
}
