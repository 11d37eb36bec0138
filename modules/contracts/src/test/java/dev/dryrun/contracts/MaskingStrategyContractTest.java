package dev.dryrun.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyTraits;
import dev.dryrun.masking.spi.StrategyTraits.Order;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The kit finds what it is for.
final class MaskingStrategyContractTest {

    private static final StrategyTraits PROMISES = new StrategyTraits(false, Order.RANK, true);

    @Test
    void aValueThatSurvivesIsFound() {
        MaskingStrategyContract kit = kit(Function.identity(), (_, _) -> false);

        assertFinds("a value survives", kit::noValueSurvives);
    }

    @Test
    void aJudgeThatSaysYesToAllIsFound() {
        assertFinds("says yes", kit(Function.identity(), (_, _) -> true)::noValueSurvives);
    }

    @Test
    void resultsThatFallAreFound() {
        Function<List<String>, List<String>> reversed =
                values -> {
                    List<String> results = new ArrayList<>(values);
                    Collections.reverse(results);
                    return results;
                };

        assertFinds("falls at", kit(reversed, (_, _) -> true)::whatRisesStillRisesWhereOrderIsKept);
    }

    @Test
    void valuesThatBecomeOneAreFound() {
        MaskingStrategyContract kit =
                kit(values -> Collections.nCopies(values.size(), "x"), (_, _) -> true);

        assertFinds("seed", kit::differentValuesStayDifferentWhereItSaysSo);
        assertFinds("smallint", kit::thereIsOneResultForEachValueAndItIsOfTheType);
    }

    @Test
    void aResultTooFewIsFound() {
        MaskingStrategyContract kit =
                kit(values -> values.subList(1, values.size()), (_, _) -> true);

        assertFinds("seed", kit::thereIsOneResultForEachValueAndItIsOfTheType);
    }

    @Test
    void aResultThatItDoesNotKnowIsFound() {
        assertFinds("seed", kit(Function.identity(), (_, _) -> false)::itKnowsItsOwnResults);
    }

    @Test
    void aMessageWithAValueIsFound() {
        MaskingStrategyContract kit =
                kit(
                        values -> {
                            throw new IllegalStateException("what is " + values + "?");
                        },
                        (_, _) -> true);

        assertFinds("smallint", kit::noExceptionTellsAValue);
    }

    private static void assertFinds(String message, Executable check) {
        assertThatThrownBy(check::execute)
                .isInstanceOf(AssertionError.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(message));
    }

    private static MaskingStrategyContract kit(
            Function<List<String>, List<String>> results, BiPredicate<String, String> knows) {
        return () -> new Given(results, knows);
    }

    private record Given(
            Function<List<String>, List<String>> results, BiPredicate<String, String> knows)
            implements MaskingStrategy, ValueMask {

        @Override
        public String name() {
            return "given";
        }

        @Override
        public StrategyTraits traits() {
            return PROMISES;
        }

        @Override
        public ValueMask mask(Map<String, String> options) {
            return this;
        }

        @Override
        public boolean handles(String type, ValueRole role) {
            return true;
        }

        @Override
        public Optional<List<String>> mask(ColumnValues values) {
            return Optional.of(results.apply(values.values()));
        }

        @Override
        public boolean mayHaveMade(String type, String value) {
            return knows.test(type, value);
        }
    }
}
