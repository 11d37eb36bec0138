package dev.dryrun.masking;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.TableStatistics;
import java.util.List;

/// Takes the values of hidden columns out of the names of expressions: in statistics an expression
/// is called what it is.
///
/// @param texts what cuts constants out
record ExpressionNames(MaskedTexts texts) {

    TableStatistics mask(TableStatistics statistics) {
        if (statistics.extended().stream().allMatch(object -> object.expressions().isEmpty())) {
            return statistics;
        }
        QualifiedName table = statistics.table();
        List<ExtendedStatistics> extended =
                statistics.extended().stream().map(object -> mask(table, object)).toList();
        return statistics.with(statistics.indexes(), extended, statistics.columns());
    }

    private ExtendedStatistics mask(QualifiedName table, ExtendedStatistics object) {
        return new ExtendedStatistics(
                object.name(),
                object.inherited(),
                object.over(),
                object.distinct(),
                object.dependencies(),
                object.mostCommonValues(),
                object.mostCommonNulls(),
                object.mostCommonFrequencies(),
                object.mostCommonBaseFrequencies(),
                object.expressions().stream().map(column -> mask(table, column)).toList());
    }

    private ColumnStatistics mask(QualifiedName table, ColumnStatistics expression) {
        return new ColumnStatistics(
                texts.of(table, expression.column()),
                expression.type(),
                expression.inherited(),
                expression.nullFraction(),
                expression.averageWidthBytes(),
                expression.distinct(),
                expression.mostCommonValues(),
                expression.mostCommonFrequencies(),
                expression.histogramBounds(),
                expression.correlation(),
                expression.mostCommonElements(),
                expression.mostCommonElementFrequencies(),
                expression.elementCountHistogram(),
                expression.rangeLengthHistogram(),
                expression.rangeEmptyFraction(),
                expression.rangeBoundsHistogram());
    }
}
