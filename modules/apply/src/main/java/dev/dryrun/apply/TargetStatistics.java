package dev.dryrun.apply;

import dev.dryrun.model.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An extended statistics object of the target.
///
/// @param oid its oid
/// @param columns the names of its columns, by their numbers
/// @param numbers the same columns' `attnum`
/// @param types the same columns' types
/// @param expressions in its order
record TargetStatistics(
        long oid,
        List<String> columns,
        List<Integer> numbers,
        List<Long> types,
        List<Expression> expressions) {

    private static final String OBJECT =
            """
            SELECT e.oid, coalesce(pg_get_statisticsobjdef_expressions(e.oid), '{}') AS expressions
            FROM pg_statistic_ext e JOIN pg_namespace n ON n.oid = e.stxnamespace
            WHERE n.nspname = ?::text AND e.stxname = ?::text AND e.stxrelid = ?::oid
            """;

    private static final String COLUMNS =
            """
            SELECT a.attname, a.attnum, a.atttypid, a.atttypmod, a.attcollation
            FROM pg_statistic_ext e
            JOIN pg_attribute a ON a.attrelid = e.stxrelid AND a.attnum = ANY (e.stxkeys)
            WHERE e.oid = ?::oid ORDER BY a.attnum
            """;

    /// An expression.
    ///
    /// @param text as the server deparses it
    /// @param type of its values
    /// @param collation 0 for none
    record Expression(String text, long type, long collation) {}

    static Optional<TargetStatistics> of(
            Database database, TargetRelation table, QualifiedName name) throws SQLException {
        record Found(long oid, List<String> expressions) {}
        Optional<Found> found =
                database.first(
                        OBJECT,
                        row ->
                                new Found(
                                        row.getLong("oid"),
                                        List.of((String[]) row.getArray("expressions").getArray())),
                        name.schema(),
                        name.name(),
                        table.oid());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<TargetColumn> columns = database.list(COLUMNS, TargetColumn::of, found.get().oid);
        List<Expression> expressions = new ArrayList<>();
        for (String text : found.get().expressions) {
            String rows = table.name().sql();
            long type = TargetRelation.typeOf(database, text, rows);
            expressions.add(new Expression(text, type, collation(database, type, text, rows)));
        }
        return Optional.of(
                new TargetStatistics(
                        found.get().oid,
                        columns.stream().map(TargetColumn::name).toList(),
                        columns.stream().map(TargetColumn::number).toList(),
                        columns.stream().map(TargetColumn::type).toList(),
                        expressions));
    }

    /// The server refuses the question for a type that has none.
    private static long collation(Database database, long type, String expression, String rows)
            throws SQLException {
        boolean collatable =
                database.one(
                        "SELECT typcollation <> 0 FROM pg_type WHERE oid = ?::oid",
                        row -> row.getBoolean(1),
                        type);
        return collatable
                ? database.one(
                        "SELECT coalesce(to_regcollation(pg_collation_for((SELECT ("
                                + expression
                                + ") FROM "
                                + rows
                                + " LIMIT 0)))::oid, 0)",
                        row -> row.getLong(1))
                : 0;
    }
}
