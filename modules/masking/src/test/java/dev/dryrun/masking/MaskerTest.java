package dev.dryrun.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.TableStatistics;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.TreeMap;
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
        assertThat(column.mostCommonElementFrequencies())
                .as("what was never there is not called masked")
                .isEqualTo(Reading.absent(Reason.NONE_KEPT));
    }

    @Test
    void aDocumentOfAnyKindLosesWhatItsOwnKindHasToLose() {
        Document statistics = statistics(column("jsonb"));
        Document fact = new ServerFact(ObjectKind.ROLE, "app", new TreeMap<>());

        Masked<? extends Document> masked = Masker.alwaysOn().mask(statistics);

        assertThat(masked.maskedColumns()).isEqualTo(1);
        assertThat(masked.document().toString()).doesNotContain("canary");
        assertThat(Masker.alwaysOn().mask(fact).document()).isEqualTo(fact);
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

    private static Masked<TableStatistics> mask(ColumnStatistics column) {
        return Masker.alwaysOn().mask(statistics(column));
    }

    private static TableStatistics statistics(ColumnStatistics column) {
        return new TableStatistics(
                new QualifiedName("public", "t"),
                Reading.estimated(1.0),
                Reading.measured(1L),
                Reading.measured(1L),
                Reading.measured(1L),
                Reading.measured(1L),
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
                Reading.absent(Reason.NONE_KEPT));
    }
}
