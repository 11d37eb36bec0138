package dev.dryrun.masking;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyTraits;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import dev.dryrun.model.ContextLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A strategy of a plugin: while it runs, the thread's context class loader is the plugin's.
///
/// @param strategy itself
/// @param folder the plugin's, for messages
record PluginStrategy(MaskingStrategy strategy, Path folder) implements MaskingStrategy {

    @Override
    public String name() {
        try (ContextLoader _ = loader()) {
            return strategy.name();
        }
    }

    @Override
    public StrategyTraits traits() {
        try (ContextLoader _ = loader()) {
            return strategy.traits();
        }
    }

    @Override
    public Set<String> options() {
        try (ContextLoader _ = loader()) {
            return strategy.options();
        }
    }

    @Override
    public ValueMask mask(Map<String, String> options) {
        try (ContextLoader _ = loader()) {
            return new Mask(strategy.mask(options), folder);
        }
    }

    private ContextLoader loader() {
        return ContextLoader.of(strategy.getClass());
    }

    /// What such a strategy made.
    ///
    /// @param mask itself
    /// @param folder the plugin's
    record Mask(ValueMask mask, Path folder) implements ValueMask {

        @Override
        public boolean handles(String type, ValueRole role) {
            try (ContextLoader _ = loader()) {
                return mask.handles(type, role);
            }
        }

        @Override
        public Optional<List<String>> mask(ColumnValues values) {
            try (ContextLoader _ = loader()) {
                return mask.mask(values);
            }
        }

        @Override
        public boolean mayHaveMade(String type, String value) {
            try (ContextLoader _ = loader()) {
                return mask.mayHaveMade(type, value);
            }
        }

        private ContextLoader loader() {
            return ContextLoader.of(mask.getClass());
        }
    }
}
