package dev.dryrun.masking.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.masking.spi.ColumnValues;
import dev.dryrun.masking.spi.StrategyOptionException;
import dev.dryrun.masking.spi.ValueMask;
import dev.dryrun.masking.spi.ValueRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BucketStrategyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    integer | 100 | 199 | 100
                    integer | 100 | 100 | 100
                    integer | 100 | -1 | -100
                    integer | 1000000 | -2147483648 | -2147483648
                    smallint | 1000 | -32768 | -32768
                    bigint | 10 | 9223372036854775807 | 9223372036854775800
                    numeric | 0.5 | 3.99 | 3.5
                    numeric | 100 | 99.99 | 0
                    numeric | 100 | NaN | NaN
                    numeric | 100 | -Infinity | -Infinity
                    real | 10 | 1e+10 | 10000000000
                    double precision | 0.1 | 0.39 | 0.3
                    double precision | 100 | 1234.5 | 1200
                    timestamp | 1 month | 9999-12-31 00:00:00.5 | 9999-12-01 00:00:00
                    date | 1 month | 2024-02-29 | 2024-02-01
                    date | 3 months | 2024-02-29 | 2024-01-01
                    date | 1 week | 2024-02-29 | 2024-02-26
                    date | 7 days | 1970-01-08 | 1970-01-08
                    date | 10 years | 1969-12-31 | 1960-01-01
                    date | 1 month | 0044-03-15 BC | 0044-03-01 BC
                    date | 10000 years | 4713-12-01 BC | 4714-11-24 BC
                    date | 1 month | infinity | infinity
                    timestamp | 1 day | 2024-02-29 23:59:59.999999 | 2024-02-29 00:00:00
                    timestamp | 15 minutes | 2024-02-29 13:44:59 | 2024-02-29 13:30:00
                    timestamptz | 1 day | 2024-02-29 01:30:00+02 | 2024-02-28 00:00:00+00
                    timestamptz | 6 hours | 1969-12-31 23:00:00+00 | 1969-12-31 18:00:00+00
                    timestamptz | 1 month | -infinity | -infinity
                    """)
    void aValueIsRoundedDownToTheBeginOfItsBucket(
            String word, String width, String value, String bucket) {
        String type =
                switch (word) {
                    case "timestamp" -> "timestamp without time zone";
                    case "timestamptz" -> "timestamp with time zone";
                    default -> word;
                };
        ValueMask mask = mask(width);

        assertThat(mask.handles(type, ValueRole.MOST_COMMON_VALUES)).isTrue();
        assertThat(mask.mask(values(type, value))).contains(List.of(bucket));
        assertThat(mask.mayHaveMade(type, bucket)).isTrue();
        assertThat(mask.mayHaveMade(type, value)).isEqualTo(sameValue(type, value, bucket));
    }

    private static boolean sameValue(String type, String one, String other) {
        ValueKind kind = ValueKind.of(type).orElseThrow();
        return kind.read(one).orElseThrow().compareTo(kind.read(other).orElseThrow()) == 0;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    integer | 1       | would leave whole numbers as they are
                    integer | 1.5     | has results that are no whole numbers
                    date    | 1 day   | would leave dates as they are
                    date    | 6 hours | would leave dates as they are
                    integer | 1 month | is of times
                    date    | 100     | is of numbers
                    text    | 100     | is not of texts
                    integer[] | 100   | is not of arrays
                    jsonb   | 1 month | is not of documents
                    """)
    void aTypeThatAWidthDoesNotRoundIsNotHandled(String type, String width, String because) {
        assertThat(mask(width).handles(type, ValueRole.HISTOGRAM_BOUNDS)).as(because).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0",
                "-5",
                "x",
                "",
                "1 parsec",
                "month",
                "0 days",
                "99999 years",
                "1e9",
                "1 month 2 days"
            })
    void aWidthThatSaysNothingIsRefused(String width) {
        assertThatThrownBy(() -> mask(width))
                .isInstanceOfSatisfying(
                        StrategyOptionException.class,
                        e -> assertThat(e.option()).isEqualTo("width"));
    }

    @Test
    void aWidthIsNeeded() {
        assertThatThrownBy(() -> new BucketStrategy().mask(Map.of()))
                .isInstanceOf(StrategyOptionException.class)
                .hasMessageContaining("is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "integer, '{1,2}'",
        "integer, 1.5",
        "numeric, 1e99999",
        "date, 2024-02-30",
        "date, 29.02.2024",
        "timestamp with time zone, 2024-02-29 00:00:00",
        "timestamp without time zone, 294276-12-31 00:00:00"
    })
    void aValueThatIsNotUnderstoodRemovesThemAll(String type, String value) {
        String width = type.equals("integer") || type.equals("numeric") ? "10" : "1 month";

        assertThat(mask(width).mask(values(type, value))).isEmpty();
        assertThat(mask(width).mayHaveMade(type, value)).isFalse();
    }

    private static ValueMask mask(String width) {
        return new BucketStrategy().mask(Map.of("width", width));
    }

    private static ColumnValues values(String type, String... values) {
        return new ColumnValues(type, ValueRole.MOST_COMMON_VALUES, List.of(values));
    }
}
