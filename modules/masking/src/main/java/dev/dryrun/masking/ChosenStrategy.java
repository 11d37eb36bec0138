package dev.dryrun.masking;

import dev.dryrun.masking.spi.StrategyTraits;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.strategy.NullStrategy;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the values of a column are masked. Two are equal when a policy says the same.
public final class ChosenStrategy {

    /// Removes them.
    public static final ChosenStrategy NULL =
            new ChosenStrategy(
                    NullStrategy.NAME,
                    Map.of(),
                    StrategyTraits.REMOVES,
                    new NullStrategy().mask(Map.of()));

    private final String name;
    private final SortedMap<String, String> options;
    private final StrategyTraits traits;
    private final ValueMask mask;

    /// @param name of the strategy
    /// @param options what it was told
    /// @param traits what it promises
    /// @param mask what does it
    ChosenStrategy(
            String name, Map<String, String> options, StrategyTraits traits, ValueMask mask) {
        this.name = name;
        this.options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        this.traits = traits;
        this.mask = mask;
    }

    /// {@return the name of the strategy}
    public String name() {
        return name;
    }

    /// {@return what it was told, `width` for instance}
    public SortedMap<String, String> options() {
        return options;
    }

    /// {@return the name in quotes, and for a plugin's its folder: for messages}
    String shown() {
        String quoted = '"' + name + '"';
        return mask instanceof PluginStrategy.Mask(_, Path folder)
                ? quoted + " of " + folder
                : quoted;
    }

    StrategyTraits traits() {
        return traits;
    }

    ValueMask mask() {
        return mask;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChosenStrategy that
                && name.equals(that.name)
                && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + options.hashCode();
    }

    @Override
    public String toString() {
        return options.isEmpty() ? name : name + options;
    }
}
