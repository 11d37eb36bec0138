package dev.dryrun.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.masking.spi.StrategyTraits;
import dev.dryrun.masking.spi.StrategyTraits.Order;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import dev.dryrun.model.ColumnName;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrategyTest {

    private static final String BUCKET =
            """
            version: 1
            databases:
              shop:
                columns:
                  t.amount: { strategy: bucket, width: 100 }
            """;

    private static final QualifiedName TABLE = new QualifiedName("public", "t");

    private final List<String> warnings = new ArrayList<>();

    @Test
    void commonValuesOfOneBucketBecomeOneAsFrequentAsTheyWereTogether() {
        ColumnStatistics masked =
                mask(BUCKET, Strategies.load(), amount("{250,310,255,20}", "{0.3,0.2,0.15,0.1}"));

        assertThat(masked.mostCommonValues()).isEqualTo(Reading.measured("{200,300,0}"));
        assertThat(masked.mostCommonFrequencies()).isEqualTo(Reading.measured("{0.45,0.2,0.1}"));
        assertThat(masked.histogramBounds()).isEqualTo(Reading.measured("{0,0,100,900}"));
        assertThat(masked.maskedBy()).isEqualTo("bucket");
        assertThat(masked.elementCountHistogram()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatBecomesMoreFrequentMovesToTheFront() {
        ColumnStatistics masked =
                mask(BUCKET, Strategies.load(), amount("{310,250,255}", "{0.3,0.2,0.15}"));

        assertThat(masked.mostCommonValues()).isEqualTo(Reading.measured("{200,300}"));
        assertThat(masked.mostCommonFrequencies()).isEqualTo(Reading.measured("{0.35,0.3}"));
    }

    @Test
    void frequenciesThatDoNotFitRemoveTheValues() {
        ColumnStatistics masked = mask(BUCKET, Strategies.load(), amount("{250,310}", "{0.3}"));

        assertThat(masked.mostCommonValues()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(masked.mostCommonFrequencies()).isEqualTo(Reading.absent(Reason.MASKED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    throws    | made the strategy "broken" fail: IllegalStateException
                    overflows | made the strategy "broken" fail: StackOverflowError
                    fewer     | gave 0 results for 2 values
                    null      | gave no result for a value
                    unparsed  | gave what is no integer
                    too large | gave what is no integer
                    refuses   | is integer, which broken cannot mask
                    """)
    void whatAStrategyDoesWrongRemovesTheValuesAndIsSaid(String how, String warning) {
        ColumnStatistics masked =
                mask(policy("broken"), broken(how), amount("{250,310}", "{.3,.2}"));

        assertThat(masked.mostCommonValues()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(masked.histogramBounds()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(masked.maskedBy()).isEqualTo("null");
        assertThat(warnings)
                .anyMatch(line ->
                        line.startsWith("public.t.amount ")
                                && line.contains(warning)
                                && line.endsWith("; its most_common_vals were removed"))
                .noneMatch(line -> line.contains("250"));
    }

    @Test
    void boundsThatDoNotRiseAreRemovedAndTheRestStays() {
        ColumnStatistics masked =
                mask(policy("broken"), broken("falls"), amount("{250,310}", "{0.3,0.2}"));

        assertThat(masked.histogramBounds()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(masked.mostCommonValues()).isEqualTo(Reading.measured("{2,1}"));
        assertThat(masked.maskedBy()).isEqualTo("broken");
        assertThat(warnings).singleElement().asString().contains("do not rise");
    }

    @Test
    void twoStrategiesOfOneNameAreAnErrorThatNamesBothModules() {
        List<Strategies.Given> two =
                List.of(
                        new Strategies.Given("a.one", new Broken("ok", List::copyOf)),
                        new Strategies.Given("b.two", new Broken("ok", List::copyOf)));

        assertThatThrownBy(() -> Strategies.of(two))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_INVALID);
                            assertThat(e).hasMessageContainingAll("a.one", "b.two", "\"broken\"");
                        });
    }

    @Test
    void anUnknownStrategyIsAnErrorThatListsTheKnownNearestFirst() {
        assertThatThrownBy(() -> read(policy("nul"), Strategies.load()))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> {
                            assertThat(e)
                                    .hasMessageContaining("policy.yml:5:29: no masking strategy");
                            assertThat(e.hint()).isEqualTo("there are: null, bucket");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { name: bucket, widht: 5 } | 5:45: bucket has no option "widht"
                    { name: bucket, widht: 5 } | did you mean "width"?
                    bucket, widht: 5           | 5:19: bucket: "width" is missing
                    bucket, widht: 5           | did "widht" mean it?
                    bucket, width: wide        | 5:44: bucket: "width" "wide" is not
                    bucket, width: [1]         | 5:44: a word is wanted
                    { width: 5 }               | "name" is missing
                    [bucket]                   | a strategy is a word
                    """)
    void whatIsWrongWithAStrategyIsSaidWithItsPlace(String strategy, String message) {
        String policy = policy(strategy);

        assertThatThrownBy(() -> read(policy, Strategies.load()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"text", "integer[]", "jsonb"})
    void aTypeThatTheStrategyCannotMaskIsAnError(String type) {
        ColumnMap map = new ColumnMap();
        map.column(new ColumnName(TABLE, "amount"), type);
        MaskingPolicy policy = read(BUCKET, Strategies.load());

        assertThatThrownBy(() -> map.hidden(policy))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "policy.yml:5:7: bucket{width=100} cannot mask public.t.amount, which is "
                                + type);
    }

    @ParameterizedTest
    @CsvSource({"'numeric(10,2)'", "public.amount", "bigint"})
    void aTypeThatItCanMaskOrThatNobodyKnowsIsNone(String type) {
        ColumnMap map = new ColumnMap();
        map.column(new ColumnName(TABLE, "amount"), type);

        assertThat(map.hidden(read(BUCKET, Strategies.load())).strategies())
                .containsExactly("bucket");
    }

    @Test
    void whereValuesMaskedInTwoWaysComeTogetherNoneStays() {
        ColumnMap map = new ColumnMap();
        ColumnName amount = new ColumnName(TABLE, "amount");
        ColumnName secret = new ColumnName(TABLE, "secret");
        QualifiedName view = new QualifiedName("public", "v");
        ColumnName seen = new ColumnName(view, "seen");
        ColumnName copy = new ColumnName(new QualifiedName("public", "w"), "copy");
        map.column(amount, "integer");
        map.column(secret, "integer");
        map.column(seen, "integer");
        map.column(copy, "integer");
        map.reads(view, amount);
        map.reads(view, secret);
        map.flows(seen, copy);

        HiddenColumns hidden = map.hidden(read(BUCKET + "      t.secret:\n", Strategies.load()));

        assertThat(name(hidden, amount)).isEqualTo("bucket");
        assertThat(name(hidden, secret)).isEqualTo("null");
        assertThat(name(hidden, seen)).isEqualTo("null");
        assertThat(name(hidden, copy)).isEqualTo("null");
    }

    @Test
    void aPolicyIsToldFromOthersByWhatItHidesAndHow() {
        String same =
                BUCKET.replace(
                        "{ strategy: bucket, width: 100 }",
                        "{width: 100, tags: [x], strategy: bucket}");

        String hash = read(BUCKET, Strategies.load()).hash();

        assertThat(hash).hasSize(64).isEqualTo(read(same, Strategies.load()).hash());
        assertThat(read(BUCKET.replace("100", "10"), Strategies.load()).hash()).isNotEqualTo(hash);
        assertThat(read(BUCKET.replace("t.amount", "public.t.amount"), Strategies.load()).hash())
                .isNotEqualTo(hash);
    }

    private static String name(HiddenColumns hidden, ColumnName column) {
        return hidden.find(column).orElseThrow().strategy().name();
    }

    private static String policy(String strategy) {
        return BUCKET.replace("bucket, width: 100", strategy);
    }

    private static MaskingPolicy read(String text, Strategies strategies) {
        return new PolicyReader(new PolicyErrors("policy.yml"), strategies)
                .read(text, "shop", List.of());
    }

    private ColumnStatistics mask(String text, Strategies strategies, ColumnStatistics column) {
        ColumnMap map = new ColumnMap();
        map.column(new ColumnName(TABLE, "amount"), "public.amount");
        Masker masker =
                new MaskRules(read(text, strategies), false, true, false)
                        .masker(map, warnings::add);
        return masker.mask(MaskerTest.statistics(List.of(), column))
                .document()
                .columns()
                .getFirst();
    }

    private static ColumnStatistics amount(String values, String frequencies) {
        return new ColumnStatistics(
                "amount",
                "integer",
                false,
                Reading.measured(0.0),
                Reading.measured(4),
                Reading.measured(-0.5),
                Reading.measured(values),
                Reading.measured(frequencies),
                Reading.measured("{7,99,101,999}"),
                Reading.measured(0.1),
                Reading.absent(Reason.NONE_KEPT),
                Reading.absent(Reason.NONE_KEPT),
                Reading.measured("{1,2}"),
                Reading.absent(Reason.NONE_KEPT),
                Reading.absent(Reason.NONE_KEPT),
                Reading.absent(Reason.NONE_KEPT));
    }

    private static Strategies broken(String how) {
        return Strategies.of(
                List.of(
                        new Strategies.Given(
                                "a.one",
                                new Broken(
                                        how,
                                        values ->
                                                switch (how) {
                                                    case "throws" ->
                                                            throw new IllegalStateException(
                                                                    values.toString());
                                                    case "overflows" ->
                                                            throw new StackOverflowError();
                                                    case "fewer" -> List.of();
                                                    case "null" ->
                                                            Collections.nCopies(
                                                                    values.size(), null);
                                                    case "unparsed" ->
                                                            Collections.nCopies(values.size(), "x");
                                                    case "too large" ->
                                                            Collections.nCopies(
                                                                    values.size(), "2147483648");
                                                    default -> falling(values.size());
                                                }))));
    }

    private static List<String> falling(int count) {
        String[] results = new String[count];
        Arrays.setAll(results, i -> Integer.toString(count - i));
        return List.of(results);
    }

    record Broken(String how, Function<List<String>, List<String>> mask)
            implements MaskingStrategy, ValueMask {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public StrategyTraits traits() {
            return new StrategyTraits(false, Order.RANK, true);
        }

        @Override
        public Set<String> options() {
            return Set.of();
        }

        @Override
        public ValueMask mask(Map<String, String> options) {
            return this;
        }

        @Override
        public boolean handles(String type, ValueRole role) {
            return !how.equals("refuses");
        }

        @Override
        public Optional<List<String>> mask(ColumnValues values) {
            return Optional.of(mask.apply(values.values()));
        }

        @Override
        public boolean mayHaveMade(String type, String value) {
            return true;
        }
    }
}
