package dev.dryrun.masking;

import dev.dryrun.masking.spi.ValueRole;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SourceColumn;
import dev.dryrun.model.SurvivingValues;
import dev.dryrun.model.SurvivingValues.Kind;
import dev.dryrun.model.SurvivingValues.Verdict;
import dev.dryrun.model.TableStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Looks for values in what was captured, and holds them to a policy.
///
/// Immutable.
public final class LeakCheck {

    private static final String RANGES = "range_bounds_histogram";

    private final HiddenColumns hidden;
    private final Masker masker;

    /// @param hidden what the policy hides
    /// @param masker masks by the same policy
    LeakCheck(HiddenColumns hidden, Masker masker) {
        this.hidden = hidden;
        this.masker = masker;
    }

    /// {@return how many columns the policy hides, copies included}
    public int hiddenColumns() {
        return hidden.size();
    }

    /// {@return whether a definition holds constants that the policy hides: then masking it changes
    /// it}
    ///
    /// @param definition as captured
    public boolean holdsConstants(SchemaObject definition) {
        return !masker.mask(definition).document().equals(definition);
    }

    /// {@return the values that are in a table's statistics, thing by thing}
    ///
    /// @param statistics as captured
    public List<SurvivingValues> check(TableStatistics statistics) {
        OfTable of = new OfTable(statistics.table());
        statistics.columns().forEach(of::column);
        for (IndexStatistics index : statistics.indexes()) {
            index.columns().forEach(column -> of.expression(index.over(), column));
        }
        for (ExtendedStatistics object : statistics.extended()) {
            of.statistics(object);
            object.expressions().forEach(column -> of.expression(object.over(), column));
        }
        return of.found;
    }

    private final class OfTable {
        private final QualifiedName table;
        private final List<SurvivingValues> found = new ArrayList<>();

        OfTable(QualifiedName table) {
            this.table = table;
        }

        void column(ColumnStatistics column) {
            SourceColumn source = new SourceColumn(column.column(), column.type());
            SequencedMap<String, List<String>> values = values(column);
            Optional<ChosenStrategy> strategy = hidden.strategy(table, column.column());
            Verdict verdict =
                    masker.alwaysRemoves(source) || strategy.isEmpty()
                            ? verdict(List.of(source), values)
                            : verdict(strategy.get(), column, values);
            add(column.column(), Kind.COLUMN, column.type(), column.maskedBy(), verdict, values);
        }

        void expression(List<SourceColumn> over, ColumnStatistics column) {
            List<SourceColumn> sources = new ArrayList<>(over);
            sources.add(new SourceColumn("", column.type()));
            SequencedMap<String, List<String>> values = values(column);
            add(
                    column.column(),
                    Kind.EXPRESSION,
                    column.type(),
                    column.maskedBy(),
                    verdict(sources, values),
                    values);
        }

        void statistics(ExtendedStatistics object) {
            SequencedMap<String, List<String>> values = new LinkedHashMap<>();
            put(values, ValueRole.MOST_COMMON_VALUES.word(), object.mostCommonValues());
            add(
                    object.name().display(),
                    Kind.STATISTICS,
                    "",
                    object.maskedBy(),
                    verdict(object.over(), values),
                    values);
        }

        private Verdict verdict(
                List<SourceColumn> over, SequencedMap<String, List<String>> values) {
            boolean hides =
                    over.stream()
                            .anyMatch(
                                    column -> hidden.strategy(table, column.column()).isPresent());
            boolean json = over.stream().anyMatch(masker::alwaysRemoves);
            boolean histogramOnly =
                    values.keySet().stream().allMatch(ValueRole.HISTOGRAM_BOUNDS.word()::equals);
            boolean kept = histogramOnly && masker.applied().keepJsonHistograms();
            return hides || (json && !kept) ? Verdict.HIDDEN : Verdict.ALLOWED;
        }

        private Verdict verdict(
                ChosenStrategy strategy,
                ColumnStatistics column,
                SequencedMap<String, List<String>> values) {
            if (strategy.traits().removes() || values.containsKey(RANGES)) {
                return Verdict.HIDDEN;
            }
            return values.values().stream()
                            .flatMap(List::stream)
                            .allMatch(value -> mayHaveMade(strategy, column.type(), value))
                    ? Verdict.ALLOWED
                    : Verdict.NOT_MADE;
        }

        private void add(
                String name,
                Kind kind,
                String type,
                @Nullable String maskedBy,
                Verdict verdict,
                SequencedMap<String, List<String>> values) {
            if (!values.isEmpty()) {
                found.add(new SurvivingValues(table, name, kind, type, maskedBy, verdict, values));
            }
        }
    }

    /// A strategy that fails has made nothing.
    private static boolean mayHaveMade(ChosenStrategy strategy, String type, String value) {
        try {
            return strategy.mask().mayHaveMade(type, value);
        } catch (RuntimeException | LinkageError | StackOverflowError _) {
            return false;
        }
    }

    private static SequencedMap<String, List<String>> values(ColumnStatistics column) {
        SequencedMap<String, List<String>> values = new LinkedHashMap<>();
        put(values, ValueRole.MOST_COMMON_VALUES.word(), column.mostCommonValues());
        put(values, ValueRole.HISTOGRAM_BOUNDS.word(), column.histogramBounds());
        put(values, ValueRole.MOST_COMMON_ELEMENTS.word(), column.mostCommonElements());
        put(values, RANGES, column.rangeBoundsHistogram());
        return values;
    }

    private static void put(
            SequencedMap<String, List<String>> values, String slot, Reading<String> reading) {
        reading.known()
                .map(literal -> ArrayLiteral.read(literal).orElse(List.of(literal)))
                .filter(list -> !list.isEmpty())
                .ifPresent(list -> values.put(slot, list));
    }
}
