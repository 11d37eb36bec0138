package dev.dryrun.model;

import dev.dryrun.model.Reading.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of one extended statistics object.
///
/// Source: `pg_stats_ext` and `pg_stats_ext_exprs`, which show it to the table's owner only: to
/// others it is absent, NO_PRIVILEGE. Columns are named by their `attnum` in the first two.
///
/// @param name of the object (`pg_statistic_ext`)
/// @param inherited whether descendants' rows are counted too; false before 15
/// @param over the table's columns that it is about
/// @param distinct `n_distinct`, a JSON object: combinations of columns and how many values
/// @param dependencies a JSON object: functional dependencies and their degree, 0 to 1
/// @param mostCommonValues an array literal of two dimensions
/// @param mostCommonNulls which of these are NULL, an array literal of two dimensions
/// @param mostCommonFrequencies an array literal
/// @param mostCommonBaseFrequencies an array literal: were the columns independent
/// @param expressions the statistics of its expressions, in its order
/// @param maskedBy as in [ColumnStatistics], of the combinations of values
public record ExtendedStatistics(
        QualifiedName name,
        boolean inherited,
        List<SourceColumn> over,
        Reading<String> distinct,
        Reading<String> dependencies,
        Reading<String> mostCommonValues,
        Reading<String> mostCommonNulls,
        Reading<String> mostCommonFrequencies,
        Reading<String> mostCommonBaseFrequencies,
        List<ColumnStatistics> expressions,
        @Nullable String maskedBy) {

    public ExtendedStatistics {
        over = List.copyOf(over);
        expressions = List.copyOf(expressions);
    }

    /// Makes one of which nothing was masked.
    ///
    /// @param name of the object
    /// @param inherited whether descendants' rows are counted too
    /// @param over the table's columns that it is about
    /// @param distinct a JSON object
    /// @param dependencies a JSON object
    /// @param mostCommonValues an array literal
    /// @param mostCommonNulls an array literal
    /// @param mostCommonFrequencies an array literal
    /// @param mostCommonBaseFrequencies an array literal
    /// @param expressions the statistics of its expressions
    public ExtendedStatistics(
            QualifiedName name,
            boolean inherited,
            List<SourceColumn> over,
            Reading<String> distinct,
            Reading<String> dependencies,
            Reading<String> mostCommonValues,
            Reading<String> mostCommonNulls,
            Reading<String> mostCommonFrequencies,
            Reading<String> mostCommonBaseFrequencies,
            List<ColumnStatistics> expressions) {
        this(
                name,
                inherited,
                over,
                distinct,
                dependencies,
                mostCommonValues,
                mostCommonNulls,
                mostCommonFrequencies,
                mostCommonBaseFrequencies,
                expressions,
                null);
    }

    /// {@return an object of which no data is known, for one reason}
    ///
    /// @param name its name
    /// @param over the columns it is about
    /// @param reason NO_PRIVILEGE, or NEVER_ANALYZED
    public static ExtendedStatistics absent(
            QualifiedName name, List<SourceColumn> over, Reason reason) {
        Reading<String> none = Reading.absent(reason);
        return new ExtendedStatistics(
                name, false, over, none, none, none, none, none, none, List.of());
    }
}
