package dev.dryrun.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyOptionException;
import dev.dryrun.masking.spi.StrategyTraits.Order;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a masking strategy has to pass, with one choice of options. A test class implements this
/// and inherits its tests; several classes try several options.
///
/// Tries built-in types only, with values that are the same in every run.
public interface MaskingStrategyContract {

    /// How many values a column has in a trial.
    int VALUES = 60;

    /// How many columns are tried.
    int TRIALS = 50;

    /// {@return the strategy}
    MaskingStrategy strategy();

    /// {@return what it is told}
    default Map<String, String> options() {
        return Map.of();
    }

    /// {@return values that must not be told apart afterwards: of one bucket, of one year. For a
    /// strategy that makes one result of several values}
    default List<Alike> alike() {
        return List.of();
    }

    /// Values that become one.
    ///
    /// @param type as `format_type` writes it
    /// @param values different ones
    record Alike(String type, List<String> values) {

        /// Copies what it is given.
        public Alike {
            values = List.copyOf(values);
        }
    }

    /// A policy can name it.
    @Test
    default void itsNameIsOneThatAPolicyCanSay() {
        assertTrue(strategy().name().matches("[a-z][a-z0-9-]*"), strategy().name());
        assertFalse(strategy().name().equals("always"), "that is what is always removed");
        assertEquals(strategy().name(), strategy().name());
        assertEquals(strategy().traits(), strategy().traits());
        assertTrue(
                strategy().options().containsAll(options().keySet()), "options it does not name");
    }

    /// What is missing is said by the exception that DryRun adds the place to.
    @Test
    default void withoutOptionsItWorksOrSaysWhichIsMissing() {
        try {
            assertNotNull(strategy().mask(Map.of()));
        } catch (StrategyOptionException e) {
            assertTrue(strategy().options().contains(e.option()), e.option());
            assertFalse(String.valueOf(e.getMessage()).contains("\n"), "more than one line");
        }
    }

    /// It is good for something.
    @Test
    default void itHandlesSomeType() {
        assertTrue(handled().findAny().isPresent(), "no built-in type with these options");
    }

    /// Declared: whether values are gone altogether.
    @Test
    default void valuesAreGoneWhereItSaysSoAndReplacedWhereNot() {
        boolean removes = strategy().traits().removes();
        each(
                ValueRole.MOST_COMMON_VALUES,
                (trial, results) -> assertEquals(removes, results.isEmpty(), trial.about()));
    }

    /// A frequency belongs to each.
    @Test
    default void thereIsOneResultForEachValueAndItIsOfTheType() {
        for (ValueRole role : ValueRole.values()) {
            each(
                    role,
                    (trial, results) ->
                            results.ifPresent(list -> {
                                assertEquals(trial.values().size(), list.size(), trial.about());
                                for (String result : list) {
                                    assertTrue(trial.type().isOne(result), trial.about() + result);
                                }
                            }));
        }
    }

    /// Declared: order.
    @Test
    default void whatRisesStillRisesWhereOrderIsKept() {
        if (strategy().traits().order() == Order.NONE) {
            return;
        }
        for (ValueRole role : List.of(ValueRole.HISTOGRAM_BOUNDS, ValueRole.MOST_COMMON_ELEMENTS)) {
            each(
                    role,
                    (trial, results) ->
                            results.ifPresent(list -> {
                                for (int i = 1; i < list.size(); i++) {
                                    assertTrue(
                                            trial.type().compare(list.get(i - 1), list.get(i)) <= 0,
                                            trial.about() + "falls at " + i);
                                }
                            }));
        }
    }

    /// Declared: injectivity.
    @Test
    default void differentValuesStayDifferentWhereItSaysSo() {
        if (!strategy().traits().injective()) {
            return;
        }
        for (ValueRole role : ValueRole.values()) {
            each(
                    role,
                    (trial, results) ->
                            results.ifPresent(list ->
                                    assertEquals(
                                            trial.values().size(),
                                            new HashSet<>(list).size(),
                                            trial.about())));
        }
    }

    /// What the strategy exists for. A value that could be a result by itself tells nothing.
    @Test
    default void noValueSurvives() {
        ValueMask mask = mask();
        int told = 0;
        for (Trial trial : trials()) {
            for (ValueRole role : ValueRole.values()) {
                Optional<List<String>> results = trial.run(mask, role);
                for (String value : results.isEmpty() ? List.<String>of() : trial.values()) {
                    if (!mask.mayHaveMade(trial.type().type(), value)) {
                        told++;
                        assertTrue(
                                results.get().stream()
                                        .noneMatch(it -> trial.type().same(it, value)),
                                trial.about() + "a value survives");
                    }
                }
            }
        }
        assertTrue(
                told > 0 || strategy().traits().removes(),
                "mayHaveMade says yes to any value, so that mask verify would find nothing");
    }

    /// `mask verify` finds nothing wrong with what it made.
    @Test
    default void itKnowsItsOwnResults() {
        for (ValueRole role : ValueRole.values()) {
            each(
                    role,
                    (trial, results) ->
                            results.ifPresent(list -> {
                                for (String result : list) {
                                    assertTrue(
                                            mask().mayHaveMade(trial.type().type(), result),
                                            trial.about() + result);
                                }
                            }));
        }
    }

    /// A capture reads in several threads, and the next capture must not differ.
    @Test
    default void theSameValuesAlwaysBecomeTheSame() {
        ValueMask shared = mask();
        for (Trial trial : trials()) {
            Optional<List<String>> expected = trial.run(mask(), ValueRole.MOST_COMMON_VALUES);
            IntStream.range(0, 4)
                    .parallel()
                    .forEach(_ ->
                            assertEquals(
                                    expected,
                                    trial.run(shared, ValueRole.MOST_COMMON_VALUES),
                                    trial.about()));
        }
    }

    /// A result says no more of a value than which group it is in.
    @Test
    default void whatIsAlikeCannotBeToldApart() {
        for (Alike alike : alike()) {
            ValueMask mask = mask();
            List<Optional<List<String>>> results =
                    alike.values().stream()
                            .map(value ->
                                    mask.mask(
                                            new ColumnValues(
                                                    alike.type(),
                                                    ValueRole.MOST_COMMON_VALUES,
                                                    List.of(value))))
                            .distinct()
                            .toList();
            assertEquals(1, results.size(), alike.type() + ": " + results);
        }
    }

    /// Messages are printed and stored.
    @Test
    default void noExceptionTellsAValue() {
        for (SampleType type : handled().toList()) {
            try {
                mask().mask(
                                new ColumnValues(
                                        type.type(),
                                        ValueRole.MOST_COMMON_VALUES,
                                        List.of("canary?{")));
            } catch (RuntimeException e) {
                assertFalse(String.valueOf(e.getMessage()).contains("canary"), type.type());
            }
        }
    }

    private ValueMask mask() {
        return strategy().mask(options());
    }

    private Stream<SampleType> handled() {
        ValueMask mask = mask();
        return Stream.of(SampleType.values())
                .filter(type -> mask.handles(type.type(), ValueRole.MOST_COMMON_VALUES));
    }

    /// Different values, rising: what is common is in no order at all.
    private List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        handled()
                .forEach(type -> {
                    for (int seed = 1; seed <= TRIALS; seed++) {
                        Random random = new Random(seed);
                        List<String> values = new ArrayList<>();
                        Stream.generate(() -> type.value(random))
                                .distinct()
                                .limit(1 + random.nextInt(VALUES))
                                .sorted(type::compare)
                                .forEach(values::add);
                        trials.add(new Trial(type, seed, values));
                    }
                });
        return trials;
    }

    private void each(ValueRole role, BiConsumer<Trial, Optional<List<String>>> check) {
        ValueMask mask = mask();
        trials().stream()
                .filter(trial -> mask.handles(trial.type().type(), role))
                .forEach(trial -> check.accept(trial, trial.run(mask, role)));
    }
}
