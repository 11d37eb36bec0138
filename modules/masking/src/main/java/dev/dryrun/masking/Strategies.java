package dev.dryrun.masking;

import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.strategy.NullStrategy;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
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

/// The masking strategies that are there, by name.
///
/// Immutable.
public final class Strategies {

    /// What is always removed says so by this word, in the place of a strategy's name.
    static final String ALWAYS = "always";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final SortedMap<String, MaskingStrategy> byName = new TreeMap<>();
    private final SortedMap<String, String> modules = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Strategies() {}

    /// {@return those that come with DryRun, and those of the modules beside it}
    ///
    /// @throws ConfigException PLUGIN_INVALID when two modules bring one of the same name
    public static Strategies load() {
        Strategies strategies = new Strategies();
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
        Strategies strategies = new Strategies();
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
        return Collections.unmodifiableSet(byName.keySet());
    }

    /// {@return the one of this name, or empty when there is none}
    ///
    /// @param name as a policy writes it
    public Optional<MaskingStrategy> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// {@return which modules bring something that cannot be used, and why, one line each}
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /// {@return what there is, the one nearest to a word first: for messages}
    ///
    /// @param word what was asked for
    String listed(String word) {
        List<String> near = Nearest.of(word, byName.keySet(), byName.size());
        List<String> all = new ArrayList<>(near);
        byName.keySet().stream().filter(name -> !near.contains(name)).forEach(all::add);
        return String.join(", ", all);
    }

    /// What throws is left out: the others still work.
    private void add(String module, Supplier<MaskingStrategy> made) {
        try {
            MaskingStrategy strategy = made.get();
            String name = strategy.name();
            if (!NAME.matcher(name).matches() || name.equals(ALWAYS)) {
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
            problems.add(
                    "module "
                            + module
                            + " brings a masking strategy that cannot be made: "
                            + e.getClass().getSimpleName());
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
