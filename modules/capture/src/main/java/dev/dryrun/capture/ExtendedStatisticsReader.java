package dev.dryrun.capture;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SourceColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads extended statistics objects and their data, table by table.
final class ExtendedStatisticsReader implements AutoCloseable {

    private final RowsByOwner<StatisticsObject> objects;
    private final RowsByOwner<ExtendedStatistics> data;
    private final RowsByOwner<Expression> expressions;

    ExtendedStatisticsReader(Connection connection) throws SQLException {
        objects =
                new RowsByOwner<>(
                        new CatalogQuery("extended_statistics").run(connection),
                        ExtendedStatisticsReader::object);
        data =
                new RowsByOwner<>(
                        new CatalogQuery("extended_statistics_data").run(connection),
                        ExtendedStatisticsReader::data);
        expressions =
                new RowsByOwner<>(
                        new CatalogQuery("expression_statistics").run(connection),
                        ExtendedStatisticsReader::expression);
    }

    private record StatisticsObject(QualifiedName name, List<String> over, boolean readable) {}

    private record Expression(QualifiedName name, ColumnStatistics statistics) {}

    /// {@return the objects on a table, those with inherited statistics twice}
    ///
    /// @param table its oid, greater than every one asked for before
    /// @param columns the table's columns
    List<ExtendedStatistics> take(long table, List<StatisticsColumn> columns) throws SQLException {
        List<ExtendedStatistics> known = data.take(table);
        List<Expression> ofExpressions = expressions.take(table);
        List<ExtendedStatistics> result = new ArrayList<>();
        for (StatisticsObject object : objects.take(table)) {
            List<SourceColumn> over = sources(object.over, columns);
            List<ExtendedStatistics> own =
                    known.stream().filter(row -> row.name().equals(object.name)).toList();
            own.forEach(row -> result.add(complete(row, over, ofExpressions)));
            if (own.isEmpty()) {
                result.add(
                        ExtendedStatistics.absent(
                                object.name,
                                over,
                                object.readable ? Reason.NEVER_ANALYZED : Reason.NO_PRIVILEGE));
            }
        }
        return result;
    }

    @Override
    public void close() throws SQLException {
        try (objects;
                data) {
            expressions.close();
        }
    }

    /// {@return the columns with these names}
    static List<SourceColumn> sources(List<String> names, List<StatisticsColumn> columns) {
        return columns.stream()
                .filter(column -> names.contains(column.name()))
                .map(StatisticsColumn::source)
                .toList();
    }

    private static ExtendedStatistics complete(
            ExtendedStatistics row, List<SourceColumn> over, List<Expression> expressions) {
        List<ColumnStatistics> own =
                expressions.stream()
                        .filter(expression -> expression.name.equals(row.name()))
                        .map(Expression::statistics)
                        .filter(statistics -> statistics.inherited() == row.inherited())
                        .toList();
        return new ExtendedStatistics(
                row.name(),
                row.inherited(),
                over,
                row.distinct(),
                row.dependencies(),
                row.mostCommonValues(),
                row.mostCommonNulls(),
                row.mostCommonFrequencies(),
                row.mostCommonBaseFrequencies(),
                own);
    }

    private static StatisticsObject object(Rows row) throws SQLException {
        return new StatisticsObject(
                new QualifiedName(row.text("schema"), row.text("name")),
                row.texts("over"),
                row.flag("readable"));
    }

    private static ExtendedStatistics data(Rows row) throws SQLException {
        return new ExtendedStatistics(
                name(row),
                row.has("inherited") && row.flag("inherited"),
                List.of(),
                row.literal("n_distinct"),
                row.literal("dependencies"),
                row.literal("most_common_vals"),
                row.literal("most_common_val_nulls"),
                row.literal("most_common_freqs"),
                row.literal("most_common_base_freqs"),
                List.of());
    }

    private static Expression expression(Rows row) throws SQLException {
        return new Expression(
                name(row),
                ColumnStatisticsReader.statistics(row, row.text("expr"), "unknown", true));
    }

    private static QualifiedName name(Rows row) throws SQLException {
        return new QualifiedName(row.text("statistics_schemaname"), row.text("statistics_name"));
    }
}
