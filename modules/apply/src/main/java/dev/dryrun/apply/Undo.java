package dev.dryrun.apply;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SqlIdentifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts back what the schema `dryrun_undo` keeps, and drops it.
///
/// @param database where
/// @param target who answers there
/// @param wholeRows whether whole rows of the catalogues are kept
record Undo(Database database, Target target, boolean wholeRows) {

    private static final int FIRST_WITH_INHERITED = 15;

    private static final String THERE =
            "SELECT count(*) FROM dryrun_undo.relation r JOIN pg_class c ON c.oid = r.oid";

    private static final String STATISTICS =
            """
            DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM dryrun_undo.relation);
            INSERT INTO pg_statistic
            SELECT s.* FROM dryrun_undo.statistic s
            JOIN pg_attribute a ON a.attrelid = s.starelid AND a.attnum = s.staattnum
            WHERE NOT a.attisdropped;
            """;

    private static final String KEPT =
            """
            SELECT r.oid, n.nspname, c.relname, c.relkind, r.relpages, r.reltuples,
                   r.relallvisible, r.relallfrozen,
                   (SELECT string_agg(DISTINCT format('%I', name), ', ')
                    FROM (SELECT split_part(o, '=', 1) FROM unnest(r.reloptions) o
                          UNION SELECT 'autovacuum_enabled') u(name)) AS options,
                   (SELECT string_agg(format('%I = %L', split_part(o, '=', 1),
                                             substr(o, strpos(o, '=') + 1)), ', ' ORDER BY place)
                    FROM unnest(r.reloptions) WITH ORDINALITY u(o, place)) AS before
            FROM dryrun_undo.relation r
            JOIN pg_class c ON c.oid = r.oid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            """;

    private static final String SHOWN = "SELECT * FROM dryrun_undo.shown WHERE oid = ?::oid";

    Undone run() throws SQLException {
        int all = count("SELECT count(*) FROM dryrun_undo.relation");
        int there = count(THERE);
        if (wholeRows) {
            restoreRows();
        } else {
            restoreShown();
        }
        int settings = settings();
        database.execute("DROP SCHEMA dryrun_undo CASCADE");
        return new Undone(there, all - there, settings);
    }

    private int count(String sql) throws SQLException {
        return database.one(sql, row -> row.getInt(1));
    }

    private void restoreRows() throws SQLException {
        database.execute(STATISTICS);
        // On 14 an object has one row from its making on: one that was made since keeps it.
        String kept =
                target.major() < FIRST_WITH_INHERITED
                        ? " AND e.oid IN (SELECT stxoid FROM dryrun_undo.extended)"
                        : "";
        database.execute(
                """
                DELETE FROM pg_statistic_ext_data
                WHERE stxoid IN (SELECT e.oid FROM pg_statistic_ext e
                                 WHERE e.stxrelid IN (SELECT oid FROM dryrun_undo.relation)%s);
                INSERT INTO pg_statistic_ext_data
                SELECT d.* FROM dryrun_undo.extended d
                JOIN pg_statistic_ext e ON e.oid = d.stxoid;
                """
                        .formatted(kept));
        String frozen = target.hasFunctions() ? ", relallfrozen = r.relallfrozen" : "";
        database.execute(
                "UPDATE pg_class c SET relpages = r.relpages, reltuples = r.reltuples,"
                        + " relallvisible = r.relallvisible, reloptions = r.reloptions"
                        + frozen
                        + " FROM dryrun_undo.relation r WHERE c.oid = r.oid");
    }

    private record Kept(
            TargetRelation relation,
            StatisticsWriter.RelationSize size,
            String options,
            @Nullable String before) {

        static Kept of(ResultSet row) throws SQLException {
            return new Kept(
                    new TargetRelation(
                            row.getLong("oid"),
                            new QualifiedName(row.getString("nspname"), row.getString("relname")),
                            row.getString("relkind"),
                            0,
                            List.of()),
                    new StatisticsWriter.RelationSize(
                            row.getLong("relpages"),
                            row.getDouble("reltuples"),
                            row.getLong("relallvisible"),
                            row.getLong("relallfrozen")),
                    row.getString("options"),
                    row.getString("before"));
        }
    }

    private void restoreShown() throws SQLException {
        RestoreFunctions functions = new RestoreFunctions(database, target.versionNum());
        for (Kept kept : database.list(KEPT, Kept::of)) {
            TargetRelation relation = kept.relation;
            functions.clear(relation);
            functions.size(relation, kept.size);
            record Shown(String column, ColumnValues values) {}
            for (Shown shown :
                    database.list(
                            SHOWN,
                            row -> new Shown(row.getString("attname"), values(row)),
                            relation.oid())) {
                TargetColumn column = new TargetColumn(shown.column, 0, 0, -1, 0);
                functions.column(relation, column, shown.values);
            }
            if ("rm".contains(relation.kind())) {
                options(kept);
            }
        }
    }

    /// All anew, so that they stand in the order they had.
    private void options(Kept kept) throws SQLException {
        String alter = "ALTER TABLE " + kept.relation.name().sql();
        database.execute(alter + " RESET (" + kept.options + ")");
        if (kept.before != null) {
            database.execute(alter + " SET (" + kept.before + ")");
        }
    }

    private static ColumnValues values(ResultSet row) throws SQLException {
        return new ColumnValues(
                row.getBoolean("inherited"),
                row.getDouble("null_frac"),
                row.getInt("avg_width"),
                row.getDouble("n_distinct"),
                row.getString("most_common_vals"),
                row.getString("most_common_freqs"),
                row.getString("histogram_bounds"),
                number(row, "correlation"),
                row.getString("most_common_elems"),
                row.getString("most_common_elem_freqs"),
                row.getString("elem_count_histogram"),
                row.getString("range_length_histogram"),
                number(row, "range_empty_frac"),
                row.getString("range_bounds_histogram"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private int settings() throws SQLException {
        record Setting(String name, Optional<String> value) {}
        List<Setting> settings =
                database.list(
                        "SELECT name, value FROM dryrun_undo.setting",
                        row ->
                                new Setting(
                                        row.getString(1), Optional.ofNullable(row.getString(2))));
        String alter = "ALTER DATABASE " + SqlIdentifier.quote(target.database());
        for (Setting setting : settings) {
            database.execute(
                    alter
                            + setting.value
                                    .map(it ->
                                            " SET "
                                                    + setting.name
                                                    + " = '"
                                                    + it.replace("'", "''")
                                                    + "'")
                                    .orElse(" RESET " + setting.name));
        }
        return settings.size();
    }
}
