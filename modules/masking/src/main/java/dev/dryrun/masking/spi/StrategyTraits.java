package dev.dryrun.masking.spi;

/// What a strategy promises of its results. The contract kit holds it to each.
///
/// @param removes whether no value is ever left; then the rest is not asked
/// @param order what the results keep of the order of the values
/// @param injective whether different values become different ones: only then do elements of arrays
///   keep their frequencies, and only then could the values be told apart
public record StrategyTraits(boolean removes, Order order, boolean injective) {

    /// A strategy that leaves nothing.
    public static final StrategyTraits REMOVES = new StrategyTraits(true, Order.NONE, false);

    /// What results keep of the order of values.
    public enum Order {
        /// Nothing: bounds of histograms, which have to rise, are then removed.
        NONE,
        /// Values that rise give results that rise or stay; distances say nothing.
        RANK,
        /// The same, and distances stay as they were, but for a rounding: the planner, which
        /// interpolates within a histogram's bounds, estimates as before.
        DISTANCE;

        /// {@return whether results may stand where they have to rise}
        public boolean kept() {
            return this != NONE;
        }
    }
}
