package dev.dryrun.masking.strategy;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyOptionException;
import dev.dryrun.masking.spi.StrategyTraits;
import dev.dryrun.masking.spi.StrategyTraits.Order;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import dev.dryrun.masking.strategy.Position.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rounds numbers, dates and times down to the begin of their bucket, so that nothing is left that
/// would tell values of one bucket apart.
///
/// Buckets of numbers begin at the multiples of the width; of minutes to days since 1970-01-01,
/// UTC, of weeks on a Monday, of months and years at January of the year 0. What is infinite stays.
public final class BucketStrategy implements MaskingStrategy {

    /// What a policy calls it.
    public static final String NAME = "bucket";

    private static final String WIDTH = "width";

    /// Made by the service loader.
    public BucketStrategy() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StrategyTraits traits() {
        return new StrategyTraits(false, Order.DISTANCE, false);
    }

    @Override
    public Set<String> options() {
        return Set.of(WIDTH);
    }

    @Override
    public ValueMask mask(Map<String, String> options) {
        String width = options.get(WIDTH);
        if (width == null) {
            throw new StrategyOptionException(WIDTH, "is missing; it is " + Width.FORM);
        }
        return new Buckets(
                Width.parse(width)
                        .orElseThrow(() ->
                                new StrategyOptionException(
                                        WIDTH, "\"" + width + "\" is not " + Width.FORM)));
    }

    private record Buckets(Width width) implements ValueMask {

        @Override
        public boolean handles(String type, ValueRole role) {
            return ValueKind.of(type).filter(width::rounds).isPresent();
        }

        @Override
        public Optional<List<String>> mask(ColumnValues values) {
            ValueKind kind = ValueKind.of(values.type()).orElseThrow();
            List<String> results = new ArrayList<>(values.values().size());
            for (String value : values.values()) {
                Optional<Position> position = kind.read(value);
                if (position.isEmpty()) {
                    return Optional.empty();
                }
                results.add(kind.write(bucket(kind, position.get())));
            }
            return Optional.of(results);
        }

        @Override
        public boolean mayHaveMade(String type, String value) {
            return ValueKind.of(type)
                    .filter(width::rounds)
                    .flatMap(kind -> kind.read(value).map(position -> stays(kind, position)))
                    .orElse(false);
        }

        private boolean stays(ValueKind kind, Position position) {
            return bucket(kind, position).compareTo(position) == 0;
        }

        /// The lowest bucket of a type may begin before the type does.
        private Position bucket(ValueKind kind, Position position) {
            return position.end() == End.NONE
                    ? kind.within(Position.of(width.floor(kind, position.at())))
                    : position;
        }
    }
}
