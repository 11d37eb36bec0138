package dev.dryrun.masking;

import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.model.Providers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
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

    private final Providers<MaskingStrategy, String, MaskingStrategy> providers;

    private Strategies(Supplier<List<PluginLayer>> plugins) {
        providers =
                new Providers<>(
                        new Providers.Kind<>(
                                "a masking strategy",
                                layer -> ServiceLoader.load(layer, MaskingStrategy.class),
                                Strategies::named),
                        plugins);
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
        strategies.providers.addOwn(
                ServiceLoader.load(MaskingStrategy.class, MaskingStrategy.class.getClassLoader()));
        return strategies;
    }

    /// {@return these alone}
    ///
    /// @param given each by the name of the module that brings it
    /// @throws ConfigException PLUGIN_INVALID when two are of the same name
    static Strategies of(List<Given> given) {
        Strategies strategies = new Strategies(List::of);
        given.forEach(one -> strategies.providers.addOwn(one.module, one.strategy));
        return strategies;
    }

    /// A strategy and where it is from.
    ///
    /// @param module its name
    /// @param strategy what it brings
    record Given(String module, MaskingStrategy strategy) {}

    /// {@return their names, in order}
    public Set<String> names() {
        return providers.all().keySet();
    }

    /// {@return the one of this name, or empty when there is none}
    ///
    /// @param name as a policy writes it
    public Optional<MaskingStrategy> find(String name) {
        return providers.find(name);
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
        return providers.problemLines();
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
        List<String> problems = problems();
        return problems.isEmpty() ? there : there + "; " + String.join("; ", problems);
    }

    /// While a plugin's strategy is asked, its class loader is the thread's.
    private static Optional<Map.Entry<String, MaskingStrategy>> named(
            MaskingStrategy made, @Nullable PluginLayer plugin) {
        String name = made.name();
        MaskingStrategy kept = plugin == null ? made : new PluginStrategy(made, plugin.folder());
        return NAME.matcher(name).matches() && !name.equals(ALWAYS)
                ? Optional.of(Map.entry(name, kept))
                : Optional.empty();
    }
}
