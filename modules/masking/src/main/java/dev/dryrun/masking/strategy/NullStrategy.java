package dev.dryrun.masking.strategy;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyTraits;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Removes every value: what a policy means that names no strategy.
public final class NullStrategy implements MaskingStrategy {

    /// What a policy calls it.
    public static final String NAME = "null";

    /// Made by the service loader.
    public NullStrategy() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StrategyTraits traits() {
        return StrategyTraits.REMOVES;
    }

    @Override
    public ValueMask mask(Map<String, String> options) {
        return new Nothing();
    }

    private record Nothing() implements ValueMask {
        @Override
        public boolean handles(String type, ValueRole role) {
            return true;
        }

        @Override
        public Optional<List<String>> mask(ColumnValues values) {
            return Optional.empty();
        }

        @Override
        public boolean mayHaveMade(String type, String value) {
            return false;
        }
    }
}
