package dev.dryrun.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Bloat;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SourceColumn;
import dev.dryrun.model.TableStatistics;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskerTest {

    private static final String CANARY = "{canary}";

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonb"})
    void noValueSlotOfAJsonColumnSurvives(String type) {
        Masked<TableStatistics> masked = mask(column(type));

        ColumnStatistics column = masked.document().columns().getFirst();
        assertThat(masked.maskedColumns()).isEqualTo(1);
        assertThat(masked.document().toString()).doesNotContain("canary");
        assertThat(column.mostCommonValues()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(column.mostCommonFrequencies()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(column.histogramBounds()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(column.maskedBy()).isEqualTo("always");
        assertThat(column.mostCommonElementFrequencies())
                .as("what was never there is not called masked")
                .isEqualTo(Reading.absent(Reason.NONE_KEPT));
    }

    @Test
    void whatSaysNothingOfValuesIsKept() {
        ColumnStatistics column = mask(column("jsonb")).document().columns().getFirst();

        assertThat(column.nullFraction()).isEqualTo(Reading.measured(0.5));
        assertThat(column.distinct()).isEqualTo(Reading.measured(-1.0));
        assertThat(column.averageWidthBytes()).isEqualTo(Reading.measured(9));
        assertThat(column.correlation()).isEqualTo(Reading.measured(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "jsonpath", "public.jsonb_like", "json_object"})
    void otherTypesAreLeftAlone(String type) {
        ColumnStatistics column = column(type);

        Masked<TableStatistics> masked = mask(column);

        assertThat(masked.maskedColumns()).isZero();
        assertThat(masked.document().columns()).containsExactly(column);
    }

    @Test
    void nobodyElseCanMakeAMaskedDocument() {
        for (Constructor<?> constructor : Masked.class.getDeclaredConstructors()) {
            assertThat(Modifier.isPublic(constructor.getModifiers())).isFalse();
        }
        assertThat(Modifier.isFinal(Masked.class.getModifiers())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonb"})
    void whatIsMadeOfAJsonColumnLosesItsValuesToo(String type) {
        Masked<TableStatistics> masked = mask(List.of(over(type)), column("text"));

        IndexStatistics index = masked.document().indexes().getFirst();
        ExtendedStatistics extended = masked.document().extended().getFirst();
        assertThat(index.toString() + extended).doesNotContain("canary");
        assertThat(masked.maskedColumns()).isEqualTo(2);
        assertThat(extended.mostCommonValues()).isEqualTo(Reading.absent(Reason.MASKED));
        assertThat(extended.maskedBy()).isEqualTo("always");
        assertThat(extended.distinct()).isEqualTo(Reading.measured("{\"1, 2\": 3}"));
        assertThat(masked.document().columns()).containsExactly(column("text"));
    }

    @Test
    void whatIsMadeOfOtherColumnsKeepsItsValues() {
        TableStatistics masked =
                mask(List.of(over("text"), over("jsonpath")), column("text")).document();

        assertThat(masked.indexes().getFirst().columns()).containsExactly(column("text"));
        assertThat(masked.extended().getFirst().mostCommonValues())
                .isEqualTo(Reading.measured(CANARY));
    }

    @Test
    void anExpressionThatIsJsonItselfLosesItsValues() {
        TableStatistics masked = mask(List.of(over("text")), column("jsonb")).document();

        assertThat(masked.toString().split("indexes=", 2)[1].split("extended=", 2)[0])
                .doesNotContain("canary");
        assertThat(masked.extended().getFirst().expressions().toString()).doesNotContain("canary");
    }

    private static SourceColumn over(String type) {
        return new SourceColumn("c", type);
    }

    private static Masked<TableStatistics> mask(ColumnStatistics column) {
        return mask(List.of(), column);
    }

    private static Masked<TableStatistics> mask(List<SourceColumn> over, ColumnStatistics column) {
        return Masker.alwaysOn().mask(statistics(over, column));
    }

    static TableStatistics statistics(List<SourceColumn> over, ColumnStatistics column) {
        Reading<Long> none = Reading.absent(Reason.NONE_KEPT);
        Reading<String> canary = Reading.measured(CANARY);
        List<ColumnStatistics> expressions = over.isEmpty() ? List.of() : List.of(column);
        return new TableStatistics(
                ObjectKind.TABLE,
                new QualifiedName("public", "t"),
                Reading.estimated(1.0),
                Reading.measured(1L),
                none,
                none,
                none,
                none,
                none,
                Reading.measured(1L),
                none,
                Reading.measured(1L),
                Reading.measured(1L),
                Reading.estimated(new Bloat(1, 1, 1, false)),
                List.of(
                        new IndexStatistics(
                                "i",
                                Reading.estimated(1.0),
                                none,
                                none,
                                Reading.absent(Reason.NONE_KEPT),
                                over,
                                expressions)),
                List.of(
                        new ExtendedStatistics(
                                new QualifiedName("public", "e"),
                                false,
                                over,
                                Reading.measured("{\"1, 2\": 3}"),
                                Reading.absent(Reason.NONE_KEPT),
                                over.isEmpty() ? Reading.absent(Reason.NONE_KEPT) : canary,
                                Reading.measured("{{f}}"),
                                Reading.measured("{0.5}"),
                                Reading.measured("{0.5}"),
                                expressions)),
                List.of(column));
    }

    private static ColumnStatistics column(String type) {
        return new ColumnStatistics(
                "c",
                type,
                false,
                Reading.measured(0.5),
                Reading.measured(9),
                Reading.measured(-1.0),
                Reading.measured(CANARY),
                Reading.measured("{0.5}"),
                Reading.measured(CANARY),
                Reading.measured(0.1),
                Reading.estimated(CANARY),
                Reading.absent(Reason.NONE_KEPT),
                Reading.measured(CANARY),
                Reading.measured(CANARY),
                Reading.measured(0.5),
                Reading.measured(CANARY));
    }
}
