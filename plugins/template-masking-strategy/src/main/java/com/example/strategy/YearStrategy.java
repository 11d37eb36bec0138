package com.example.strategy;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyTraits;
import dev.dryrun.masking.spi.StrategyTraits.Order;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Of a date only the year stays: each becomes the first of January.
public final class YearStrategy implements MaskingStrategy {

    /// Made by the service loader.
    public YearStrategy() {}

    @Override
    public String name() {
        return "year";
    }

    /// Values that rise give results that rise or stay. Different days of a year become one, so it
    /// is not injective.
    @Override
    public StrategyTraits traits() {
        return new StrategyTraits(false, Order.RANK, false);
    }

    @Override
    public ValueMask mask(Map<String, String> options) {
        return new Years();
    }

    private record Years() implements ValueMask {

        private static final Pattern DATE = Pattern.compile("(\\d{4,})-\\d\\d-\\d\\d");
        private static final String FIRST = "-01-01";

        @Override
        public boolean handles(String type, ValueRole role) {
            return type.equals("date");
        }

        /// Years before our era, which would fall, and `infinity` are removed with all the others.
        @Override
        public Optional<List<String>> mask(ColumnValues values) {
            List<Matcher> dates = values.values().stream().map(DATE::matcher).toList();
            return dates.stream().allMatch(Matcher::matches)
                    ? Optional.of(dates.stream().map(date -> date.group(1) + FIRST).toList())
                    : Optional.empty();
        }

        @Override
        public boolean mayHaveMade(String type, String value) {
            return value.endsWith(FIRST) && DATE.matcher(value).matches();
        }
    }
}
