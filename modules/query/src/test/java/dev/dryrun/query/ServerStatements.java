package dev.dryrun.query;

import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.SplitStatement;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statements that a server holds: in its own views and functions, in those of a schema, and
/// what was sent to it.
final class ServerStatements {

    private static final String SYSTEM = " IN ('pg_catalog', 'information_schema')";
    private static final String OTHER = " NOT" + SYSTEM;

    private ServerStatements() {}

    /// {@return the definitions of the system's views}
    static List<Sample> systemViews(Oracle oracle) throws SQLException {
        return views(oracle, SYSTEM);
    }

    /// {@return the definitions of the other views, materialized ones among them}
    static List<Sample> views(Oracle oracle) throws SQLException {
        return views(oracle, OTHER);
    }

    private static List<Sample> views(Oracle oracle, String which) throws SQLException {
        return oracle
                .rows(
                        "SELECT pg_get_viewdef(oid) FROM pg_class WHERE relkind IN ('v', 'm')"
                                + " AND relnamespace::regnamespace::text"
                                + which
                                + " ORDER BY oid::regclass::text")
                .stream()
                .map(row -> Sample.of(row.getFirst()))
                .toList();
    }

    /// {@return each statement of each of the system's functions in SQL}
    static List<Sample> systemFunctions(Oracle oracle) throws SQLException {
        return functions(oracle, SYSTEM);
    }

    /// {@return each statement of each other function in SQL}
    static List<Sample> functions(Oracle oracle) throws SQLException {
        return functions(oracle, OTHER);
    }

    /// Parameters are named by number.
    private static List<Sample> functions(Oracle oracle, String which) throws SQLException {
        List<Sample> samples = new ArrayList<>();
        for (List<String> row :
                oracle.rows(
                        "SELECT array_to_string(ARRAY(SELECT format_type(t, NULL)"
                                + " FROM unnest(proargtypes) t), ', '),"
                                + " array_to_string(proargnames, ','),"
                                + " coalesce(pg_get_function_sqlbody(oid), prosrc)"
                                + " FROM pg_proc WHERE prolang = 14 AND prokind = 'f'"
                                + " AND pronamespace::regnamespace::text"
                                + which
                                + " ORDER BY oid::regprocedure::text")) {
            for (String statement : statements(row.get(2))) {
                samples.add(new Sample(row.get(0), numbered(statement, row.get(1))));
            }
        }
        return samples;
    }

    private static List<String> statements(String body) {
        String text = body.strip();
        if (text.startsWith("RETURN ")) {
            return List.of("SELECT " + text.substring("RETURN ".length()));
        }
        Matcher atomic = Pattern.compile("(?s)BEGIN ATOMIC(.*)END").matcher(text);
        return PgQuery.load().split(atomic.matches() ? atomic.group(1) : text)
                        instanceof
                        ParseResult.Parsed<List<SplitStatement>>(List<SplitStatement> pieces)
                ? pieces.stream().map(SplitStatement::text).toList()
                : List.of();
    }

    private static String numbered(String statement, String names) {
        String numbered = statement;
        List<String> all = names.isEmpty() ? List.of() : List.of(names.split(",", -1));
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isEmpty()) {
                String name = Pattern.quote(all.get(i));
                numbered =
                        numbered.replaceAll(
                                "(?<![\\w.'\"$])" + name + "(?![\\w(.'\"])", "\\$" + (i + 1));
            }
        }
        return numbered;
    }

    /// {@return what the driver asks for its metadata, as the server's statistics keep it}
    static List<Sample> driver(Oracle oracle) throws SQLException {
        DatabaseMetaData metadata = oracle.connection().getMetaData();
        try (Statement reset = oracle.connection().createStatement()) {
            reset.execute("SELECT pg_stat_statements_reset()");
        }
        String schema = "tpch";
        List<ResultSet> answers = new ArrayList<>();
        answers.add(metadata.getTables(null, schema, "%", new String[] {"TABLE", "VIEW"}));
        answers.add(metadata.getColumns(null, schema, "orders", "%"));
        answers.add(metadata.getPrimaryKeys(null, schema, "orders"));
        answers.add(metadata.getImportedKeys(null, schema, "orders"));
        answers.add(metadata.getCrossReference(null, schema, "part", null, schema, "lineitem"));
        answers.add(metadata.getIndexInfo(null, schema, "orders", true, true));
        answers.add(metadata.getTablePrivileges(null, schema, "orders"));
        answers.add(metadata.getColumnPrivileges(null, schema, "orders", "%"));
        answers.add(metadata.getBestRowIdentifier(null, schema, "orders", 1, true));
        answers.add(metadata.getVersionColumns(null, schema, "orders"));
        answers.add(metadata.getProcedures(null, "pg_catalog", "lower%"));
        answers.add(metadata.getProcedureColumns(null, "pg_catalog", "lower", "%"));
        answers.add(metadata.getFunctions(null, "pg_catalog", "lower%"));
        answers.add(metadata.getFunctionColumns(null, "pg_catalog", "lower", "%"));
        answers.add(metadata.getUDTs(null, null, "%", null));
        answers.add(metadata.getTypeInfo());
        answers.add(metadata.getSchemas(null, "%"));
        answers.add(metadata.getCatalogs());
        answers.add(metadata.getClientInfoProperties());
        for (ResultSet answer : answers) {
            Objects.requireNonNull(answer).close();
        }
        metadata.getSQLKeywords();
        metadata.getMaxColumnNameLength();
        return oracle
                .rows(
                        "SELECT query FROM pg_stat_statements WHERE dbid ="
                                + " (SELECT oid FROM pg_database"
                                + " WHERE datname = current_database())"
                                + " AND query ~* '^\\s*(SELECT|WITH)'"
                                + " AND query !~ 'pg_stat_statements' ORDER BY query")
                .stream()
                .map(row -> Sample.of(row.getFirst()))
                .toList();
    }
}
