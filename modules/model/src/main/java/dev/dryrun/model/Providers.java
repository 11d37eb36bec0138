package dev.dryrun.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What modules and plugins bring of one kind, each under a name of its own.
///
/// What comes with DryRun is there at once, and keeps its names. Plugins are asked for when
/// something is looked for that is not among it. What is brought is made, and asked for its name,
/// while its own class loader is the thread's. For one thread.
///
/// @param <S> what is brought
/// @param <N> what names are
/// @param <P> what is kept of it
public final class Providers<S, N extends Comparable<N>, P> {

    private final Kind<S, N, P> kind;
    private final SortedMap<N, P> byName = new TreeMap<>();
    private final Map<N, ProviderOrigin> origins = new HashMap<>();
    private final List<ProviderProblem<N>> problems = new ArrayList<>();
    private @Nullable Supplier<List<PluginLayer>> plugins;

    /// What is brought, and how it is taken.
    ///
    /// @param what it is, with its article: `a masking strategy`
    /// @param in looks for it in a layer; the module that asks must be the one that says `uses`
    /// @param taken what is made of it, for which it may be called; empty when its name is none
    /// @param <S> what is brought
    /// @param <N> what names are
    /// @param <P> what is kept of it
    public record Kind<S, N, P>(
            String what, Function<ModuleLayer, ServiceLoader<S>> in, Taking<S, N, P> taken) {}

    /// Makes of what was brought what is kept.
    ///
    /// @param <S> what is brought
    /// @param <N> what names are
    /// @param <P> what is kept of it
    @FunctionalInterface
    public interface Taking<S, N, P> {
        /// {@return what is kept and its name, or empty when that is no proper one}
        ///
        /// @param made what was brought
        /// @param plugin that brings it; null when it comes with DryRun
        Optional<Map.Entry<N, P>> take(S made, @Nullable PluginLayer plugin);
    }

    /// @param kind what is looked for
    /// @param plugins brings those that are built for it; asked once
    public Providers(Kind<S, N, P> kind, Supplier<List<PluginLayer>> plugins) {
        this.kind = kind;
        this.plugins = plugins;
    }

    /// Takes what comes with DryRun.
    ///
    /// @param own the services of the image's modules
    /// @throws ConfigException PLUGIN_INVALID when two modules bring one of the same name
    public void addOwn(ServiceLoader<S> own) {
        own.stream().forEach(provider -> add(provider, provider.type(), null));
    }

    /// Takes one that is there already, as if a module of DryRun had brought it.
    ///
    /// @param module the name of that module
    /// @param made what it brings
    /// @throws ConfigException PLUGIN_INVALID when another module brings one of the same name
    public void addOwn(String module, S made) {
        String provider = made.getClass().getSimpleName();
        add(() -> made, new ProviderOrigin(module, provider, null));
    }

    /// {@return the one of a name, or empty when there is none}
    ///
    /// @param name to look for
    public Optional<P> find(N name) {
        if (!byName.containsKey(name)) {
            addPlugins();
        }
        return Optional.ofNullable(byName.get(name));
    }

    /// {@return all there are, plugins' too, by name and in order}
    public SortedMap<N, P> all() {
        addPlugins();
        return Collections.unmodifiableSortedMap(byName);
    }

    /// {@return what cannot be used, in the order in which it was found; of plugins only once they
    /// were asked for}
    public List<ProviderProblem<N>> problems() {
        return Collections.unmodifiableList(problems);
    }

    /// {@return the same, a line each}
    public List<String> problemLines() {
        return problems.stream().map(problem -> problem.line(kind.what)).toList();
    }

    /// A layer shows the providers of its parents too.
    private void addPlugins() {
        Supplier<List<PluginLayer>> unasked = plugins;
        plugins = null;
        for (PluginLayer plugin : unasked == null ? List.<PluginLayer>of() : unasked.get()) {
            try {
                kind.in.apply(plugin.layer()).stream()
                        .filter(provider -> plugin.holds(provider.type()))
                        .forEach(provider -> add(provider, provider.type(), plugin));
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(new ProviderProblem.Unmade<>(ProviderOrigin.of(plugin), e));
            }
        }
    }

    private void add(Supplier<S> made, Class<?> type, @Nullable PluginLayer plugin) {
        try (ContextLoader _ = ContextLoader.of(type)) {
            add(made, ProviderOrigin.of(type, plugin));
        }
    }

    /// What throws is left out: the others still work.
    private void add(Supplier<S> made, ProviderOrigin origin) {
        Optional<Map.Entry<N, P>> taken;
        try {
            taken = kind.taken.take(made.get(), origin.plugin());
        } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
            problems.add(new ProviderProblem.Unmade<>(origin, e));
            return;
        }
        taken.ifPresentOrElse(
                named -> add(named.getKey(), named.getValue(), origin),
                () -> problems.add(new ProviderProblem.Unnamed<>(origin)));
    }

    /// A name that was taken once stays taken: a third plugin must not get what two were refused.
    private void add(N name, P kept, ProviderOrigin origin) {
        ProviderOrigin other = origins.putIfAbsent(name, origin);
        if (other == null) {
            byName.put(name, kept);
            return;
        }
        if (origin.plugin() == null) {
            throw twice(name, other, origin);
        }
        if (other.plugin() != null) {
            byName.remove(name);
        }
        problems.add(new ProviderProblem.Twice<>(origin, name, other));
    }

    private ConfigException twice(N name, ProviderOrigin one, ProviderOrigin other) {
        return new ConfigException(
                ErrorCode.PLUGIN_INVALID,
                "the modules %s and %s both bring %s \"%s\""
                        .formatted(one.module(), other.module(), kind.what, name),
                "remove one of the two");
    }
}
