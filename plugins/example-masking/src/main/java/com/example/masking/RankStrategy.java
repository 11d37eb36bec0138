package com.example.masking;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyTraits;
import dev.dryrun.masking.spi.StrategyTraits.Order;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Texts become their place among the others: `bound-000007`.
///
/// How many common values there are, how frequent each is and how many bounds a histogram has
/// stays; nothing of a text does, not even its length.
public final class RankStrategy implements MaskingStrategy {

    /// Made by the service loader.
    public RankStrategy() {}

    @Override
    public String name() {
        return "rank";
    }

    @Override
    public StrategyTraits traits() {
        return new StrategyTraits(false, Order.RANK, true);
    }

    @Override
    public ValueMask mask(Map<String, String> options) {
        return new Ranks();
    }

    private record Ranks() implements ValueMask {

        private static final Set<String> TYPES = Set.of("text", "character varying");
        private static final Pattern RANK = Pattern.compile("(common|bound|element)-\\d{6}");

        @Override
        public boolean handles(String type, ValueRole role) {
            return TYPES.contains(type);
        }

        /// A value that occurs twice gets one rank: bounds of a histogram may be equal.
        @Override
        public Optional<List<String>> mask(ColumnValues values) {
            Map<String, String> ranks = new HashMap<>();
            return Optional.of(
                    values.values().stream()
                            .map(value ->
                                    ranks.computeIfAbsent(
                                            value, _ -> rank(values.role(), ranks.size() + 1)))
                            .toList());
        }

        @Override
        public boolean mayHaveMade(String type, String value) {
            return RANK.matcher(value).matches();
        }

        private static String rank(ValueRole role, int place) {
            String word =
                    switch (role) {
                        case MOST_COMMON_VALUES -> "common";
                        case HISTOGRAM_BOUNDS -> "bound";
                        case MOST_COMMON_ELEMENTS -> "element";
                    };
            return "%s-%06d".formatted(word, place);
        }
    }
}
