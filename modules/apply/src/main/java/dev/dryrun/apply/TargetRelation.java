package dev.dryrun.apply;

import dev.dryrun.model.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table, materialised view, foreign table or index of the target.
///
/// @param oid its oid
/// @param name its name
/// @param kind `relkind`
/// @param pages how many its file has; 0 where it has none
/// @param columns without dropped ones; of an index its expressions only
record TargetRelation(
        long oid, QualifiedName name, String kind, long pages, List<TargetColumn> columns) {

    private static final String RELATION =
            """
            SELECT c.oid, c.relkind,
                   coalesce(pg_relation_size(c.oid), 0) / current_setting('block_size')::int
                       AS pages
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ?::text AND c.relname = ?::text
              AND c.relkind = ANY (?::text::"char"[])
            """;

    private static final String COLUMNS =
            """
            SELECT attname, attnum, atttypid, atttypmod, attcollation FROM pg_attribute
            WHERE attrelid = ?::oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """;

    private static final String EXPRESSIONS =
            """
            SELECT a.attname, a.attnum, a.atttypid, a.atttypmod, a.attcollation,
                   pg_get_indexdef(a.attrelid, a.attnum, false) AS expression,
                   format('%I.%I', n.nspname, c.relname) AS table_name
            FROM pg_attribute a
            JOIN pg_index i ON i.indexrelid = a.attrelid
            JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE a.attrelid = ?::oid AND a.attnum > 0 AND i.indkey[a.attnum - 1] = 0
            ORDER BY a.attnum
            """;

    private static final String TABLE_KINDS = "{r,p,m,f}";
    private static final String INDEX_KINDS = "{i,I}";

    static Optional<TargetRelation> table(Database database, QualifiedName name)
            throws SQLException {
        Optional<TargetRelation> found = found(database, name, TABLE_KINDS);
        if (found.isEmpty()) {
            return found;
        }
        TargetRelation bare = found.get();
        return Optional.of(bare.with(database.list(COLUMNS, TargetColumn::of, bare.oid)));
    }

    /// {@return an index of a table, or empty when the table has none of that name}
    ///
    /// @param table the table it must belong to
    /// @param name its own name
    /// @param expressions whether its expressions are wanted
    static Optional<TargetRelation> index(
            Database database, TargetRelation table, String name, boolean expressions)
            throws SQLException {
        QualifiedName qualified = new QualifiedName(table.name.schema(), name);
        Optional<TargetRelation> found = found(database, qualified, INDEX_KINDS);
        if (found.isEmpty()
                || database.first(
                                "SELECT 1 FROM pg_index"
                                        + " WHERE indexrelid = ?::oid AND indrelid = ?::oid",
                                row -> row.getInt(1),
                                found.get().oid,
                                table.oid)
                        .isEmpty()) {
            return Optional.empty();
        }
        return expressions ? Optional.of(found.get().withExpressions(database)) : found;
    }

    private static Optional<TargetRelation> found(
            Database database, QualifiedName name, String kinds) throws SQLException {
        return database.first(
                RELATION,
                row ->
                        new TargetRelation(
                                row.getLong("oid"),
                                name,
                                row.getString("relkind"),
                                row.getLong("pages"),
                                List.of()),
                name.schema(),
                name.name(),
                kinds);
    }

    private TargetRelation withExpressions(Database database) throws SQLException {
        record Expression(TargetColumn column, String text, String table) {}
        List<Expression> expressions =
                database.list(
                        EXPRESSIONS,
                        row ->
                                new Expression(
                                        TargetColumn.of(row),
                                        row.getString("expression"),
                                        row.getString("table_name")),
                        oid);
        List<TargetColumn> typed = new ArrayList<>();
        for (Expression expression : expressions) {
            typed.add(
                    expression.column.ofType(typeOf(database, expression.text, expression.table)));
        }
        return with(typed);
    }

    /// {@return the oid of an expression's type}
    ///
    /// @param expression as the server deparsed it
    /// @param table what its columns belong to, in SQL
    static long typeOf(Database database, String expression, String table) throws SQLException {
        return database.one(
                "SELECT pg_typeof((SELECT (" + expression + ") FROM " + table + " LIMIT 0))::oid",
                row -> row.getLong(1));
    }

    Optional<TargetColumn> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    boolean stored() {
        return "rmi".contains(kind);
    }

    TargetRelation withPages(long real) {
        return new TargetRelation(oid, name, kind, real, columns);
    }

    private TargetRelation with(List<TargetColumn> others) {
        return new TargetRelation(oid, name, kind, pages, List.copyOf(others));
    }
}
