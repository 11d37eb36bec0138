package dev.dryrun.masking;

import dev.dryrun.masking.spi.ValueRole;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SourceColumn;
import dev.dryrun.model.TableStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Takes values out of one table's statistics.
///
/// @param hidden which columns lose their values because a policy says so, and how
/// @param json which always lose them
/// @param keepJsonHistograms whether those keep their histograms
/// @param warnings takes what a strategy failed at, one line each
record StatisticsMask(
        HiddenColumns hidden,
        Predicate<SourceColumn> json,
        boolean keepJsonHistograms,
        Consumer<String> warnings) {

    Masked<TableStatistics> mask(TableStatistics statistics) {
        OfTable of = new OfTable(statistics.table());
        List<IndexStatistics> indexes = statistics.indexes().stream().map(of::mask).toList();
        List<ExtendedStatistics> extended = statistics.extended().stream().map(of::mask).toList();
        List<ColumnStatistics> columns = of.mask(statistics.columns());
        return new Masked<>(statistics.with(indexes, extended, columns), of.masked);
    }

    /// How much of a column's statistics goes.
    private enum Extent {
        NOTHING(null),
        /// Values and their frequencies; the histogram stays.
        COMMON_VALUES(Strategies.ALWAYS),
        /// All, whatever a policy says.
        ALL(Strategies.ALWAYS),
        /// All that the policy's strategy does not replace.
        HIDDEN(ChosenStrategy.NULL.name());

        private final @Nullable String by;

        Extent(@Nullable String by) {
            this.by = by;
        }
    }

    private final class OfTable {
        private final QualifiedName table;
        private int masked;

        OfTable(QualifiedName table) {
            this.table = table;
        }

        IndexStatistics mask(IndexStatistics index) {
            return new IndexStatistics(
                    index.name(),
                    index.reltuples(),
                    index.relpages(),
                    index.sizeBytes(),
                    index.bloat(),
                    index.over(),
                    mask(index.columns(), extent(index.over())));
        }

        ExtendedStatistics mask(ExtendedStatistics object) {
            Extent extent = extent(object.over());
            List<ColumnStatistics> expressions = mask(object.expressions(), extent);
            return new ExtendedStatistics(
                    object.name(),
                    object.inherited(),
                    object.over(),
                    object.distinct(),
                    object.dependencies(),
                    masked(extent, object.mostCommonValues()),
                    masked(extent, object.mostCommonNulls()),
                    masked(extent, object.mostCommonFrequencies()),
                    masked(extent, object.mostCommonBaseFrequencies()),
                    expressions,
                    object.mostCommonValues().known().isPresent() ? extent.by : null);
        }

        private Extent extent(List<SourceColumn> over) {
            return over.stream()
                    .map(this::extent)
                    .max(Comparator.naturalOrder())
                    .orElse(Extent.NOTHING);
        }

        /// What is always removed no strategy replaces.
        private Extent extent(SourceColumn column) {
            if (json.test(column)) {
                boolean hides = hidden.strategy(table, column.column()).isPresent();
                return keepJsonHistograms && !hides ? Extent.COMMON_VALUES : Extent.ALL;
            }
            return hidden.strategy(table, column.column()).isPresent()
                    ? Extent.HIDDEN
                    : Extent.NOTHING;
        }

        /// The statistics of expressions: nobody knows what of a column is in them.
        private List<ColumnStatistics> mask(List<ColumnStatistics> expressions, Extent atLeast) {
            List<ColumnStatistics> result = new ArrayList<>(expressions.size());
            for (ColumnStatistics expression : expressions) {
                Extent own =
                        json.test(new SourceColumn(expression.column(), expression.type()))
                                ? keepJsonHistograms ? Extent.COMMON_VALUES : Extent.ALL
                                : Extent.NOTHING;
                Extent extent = own.compareTo(atLeast) < 0 ? atLeast : own;
                result.add(without(expression, extent));
                masked += extent == Extent.NOTHING ? 0 : 1;
            }
            return result;
        }

        private List<ColumnStatistics> mask(List<ColumnStatistics> columns) {
            List<ColumnStatistics> result = new ArrayList<>(columns.size());
            for (ColumnStatistics column : columns) {
                Extent extent = extent(new SourceColumn(column.column(), column.type()));
                masked += extent == Extent.NOTHING ? 0 : 1;
                result.add(extent == Extent.HIDDEN ? replaced(column) : without(column, extent));
            }
            return result;
        }

        private ColumnStatistics replaced(ColumnStatistics column) {
            ChosenStrategy strategy =
                    hidden.strategy(table, column.column()).orElse(ChosenStrategy.NULL);
            StrategyRun run =
                    new StrategyRun(
                            strategy,
                            table.display() + "." + column.column(),
                            column.type(),
                            warnings);
            Optional<CommonValues> common =
                    run(run, ValueRole.MOST_COMMON_VALUES, column.mostCommonValues())
                            .flatMap(results ->
                                    column.mostCommonFrequencies()
                                            .known()
                                            .flatMap(each -> CommonValues.merged(results, each)));
            Optional<String> bounds =
                    run(run, ValueRole.HISTOGRAM_BOUNDS, column.histogramBounds())
                            .map(ArrayLiteral::write);
            Optional<String> elements =
                    run(run, ValueRole.MOST_COMMON_ELEMENTS, column.mostCommonElements())
                            .map(ArrayLiteral::write);
            boolean kept = common.isPresent() || bounds.isPresent() || elements.isPresent();
            return new Slots(column)
                    .with(
                            common,
                            bounds,
                            elements,
                            kept ? strategy.name() : ChosenStrategy.NULL.name());
        }
    }

    private static Optional<List<String>> run(
            StrategyRun run, ValueRole role, Reading<String> values) {
        return run.keeps()
                ? values.known().flatMap(known -> run.mask(role, known))
                : Optional.empty();
    }

    private static ColumnStatistics without(ColumnStatistics column, Extent extent) {
        return switch (extent) {
            case NOTHING -> column;
            case COMMON_VALUES ->
                    new Slots(column)
                            .with(
                                    Optional.empty(),
                                    column.histogramBounds().known(),
                                    Optional.empty(),
                                    Strategies.ALWAYS);
            case ALL, HIDDEN ->
                    new Slots(column)
                            .with(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    extent == Extent.ALL
                                            ? Strategies.ALWAYS
                                            : ChosenStrategy.NULL.name());
        };
    }

    /// What was not there stays not there: "masked" is only said of something that was removed.
    private static Reading<String> masked(Extent extent, Reading<String> values) {
        return extent == Extent.NOTHING ? values : Slots.masked(values);
    }
}
