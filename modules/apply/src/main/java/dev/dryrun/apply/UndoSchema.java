package dev.dryrun.apply;

import dev.dryrun.apply.Applied.Setting;
import dev.dryrun.model.ApplyException;
import dev.dryrun.model.ErrorCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The schema `dryrun_undo` of the target: what was there before the first application. Nothing of
/// it is ever on our disk.
///
/// A superuser keeps and puts back whole rows of the catalogues. The owner of the tables, on 18,
/// keeps what `pg_stats` shows of them.
///
/// @param database where
/// @param target who answers there
record UndoSchema(Database database, Target target) {

    static final String NAME = "dryrun_undo";

    private static final String RELATIONS =
            """
            CREATE TABLE dryrun_undo.relation (
                oid oid PRIMARY KEY, relpages int, reltuples real, relallvisible int,
                relallfrozen int, reloptions text[]);
            CREATE TABLE dryrun_undo.setting (name text PRIMARY KEY, value text);
            """;

    /// Catalogues may have columns of type `anyarray`, and so may copies of them, if asked for so.
    private static final String WHOLE_ROWS =
            """
            SET LOCAL allow_system_table_mods = on;
            CREATE TABLE dryrun_undo.statistic AS SELECT * FROM pg_statistic WITH NO DATA;
            CREATE TABLE dryrun_undo.extended AS SELECT * FROM pg_statistic_ext_data WITH NO DATA;
            SET LOCAL allow_system_table_mods = off;
            """;

    private static final String SHOWN_ROWS =
            """
            CREATE TABLE dryrun_undo.shown AS
            SELECT 0::oid AS oid, attname::text AS attname, inherited, null_frac, avg_width,
                   n_distinct,
                   most_common_vals::text AS most_common_vals,
                   most_common_freqs::text AS most_common_freqs,
                   histogram_bounds::text AS histogram_bounds, correlation,
                   most_common_elems::text AS most_common_elems,
                   most_common_elem_freqs::text AS most_common_elem_freqs,
                   elem_count_histogram::text AS elem_count_histogram,
                   range_length_histogram::text AS range_length_histogram, range_empty_frac,
                   range_bounds_histogram::text AS range_bounds_histogram
            FROM pg_stats WITH NO DATA;
            """;

    /// Makes the schema if it is not there; holds off others that do the same.
    void open() throws SQLException {
        database.list(
                "SELECT pg_advisory_xact_lock(hashtext('" + NAME + "'))", row -> row.getRow());
        if (exists()) {
            return;
        }
        database.execute("CREATE SCHEMA " + NAME);
        database.execute(RELATIONS);
        database.execute(target.superuser() ? WHOLE_ROWS : SHOWN_ROWS);
    }

    boolean exists() throws SQLException {
        return database.one("SELECT to_regnamespace('" + NAME + "') IS NOT NULL", UndoSchema::flag);
    }

    /// {@return whether whole rows are kept; else what the owner is shown}
    boolean keepsRows() throws SQLException {
        return database.one(
                "SELECT to_regclass('dryrun_undo.statistic') IS NOT NULL", UndoSchema::flag);
    }

    private static boolean flag(ResultSet row) throws SQLException {
        return row.getBoolean(1);
    }

    /// Keeps what a relation has, unless it was kept before.
    void keep(TargetRelation relation, boolean wholeRows) throws SQLException {
        String frozen = target.hasFunctions() ? "relallfrozen" : "NULL";
        int kept =
                database.update(
                        "INSERT INTO dryrun_undo.relation SELECT oid, relpages, reltuples,"
                                + " relallvisible, "
                                + frozen
                                + ", reloptions FROM pg_class WHERE oid = ?::oid"
                                + " ON CONFLICT DO NOTHING",
                        relation.oid());
        if (kept == 0) {
            return;
        }
        if (wholeRows) {
            database.update(
                    "INSERT INTO dryrun_undo.statistic"
                            + " SELECT * FROM pg_statistic WHERE starelid = ?::oid",
                    relation.oid());
            database.update(
                    "INSERT INTO dryrun_undo.extended SELECT d.* FROM pg_statistic_ext_data d"
                            + " JOIN pg_statistic_ext e ON e.oid = d.stxoid"
                            + " WHERE e.stxrelid = ?::oid",
                    relation.oid());
        } else {
            database.update(
                    """
                    INSERT INTO dryrun_undo.shown
                    SELECT ?::oid, attname, inherited, null_frac, avg_width, n_distinct,
                           most_common_vals::text, most_common_freqs::text, histogram_bounds::text,
                           correlation, most_common_elems::text, most_common_elem_freqs::text,
                           elem_count_histogram::text, range_length_histogram::text,
                           range_empty_frac, range_bounds_histogram::text
                    FROM pg_stats WHERE schemaname = ?::text AND tablename = ?::text
                    """,
                    relation.oid(),
                    relation.name().schema(),
                    relation.name().name());
        }
    }

    /// Keeps what the database says of settings, unless it was kept before.
    void keep(List<Setting> settings) throws SQLException {
        for (Setting setting : settings) {
            database.update(
                    """
                    INSERT INTO dryrun_undo.setting
                    SELECT ?::text, (SELECT substr(entry, strpos(entry, '=') + 1)
                                     FROM pg_db_role_setting s
                                     JOIN pg_database d ON d.oid = s.setdatabase
                                     CROSS JOIN unnest(s.setconfig) entry
                                     WHERE d.datname = current_database() AND s.setrole = 0
                                       AND split_part(entry, '=', 1) = ?::text)
                    ON CONFLICT DO NOTHING
                    """,
                    setting.name(),
                    setting.name());
        }
    }

    /// @throws ApplyException UNDO_MISSING, or ROLE_UNPRIVILEGED when whole rows are kept and the
    ///   role is no superuser
    void demand() throws SQLException {
        if (!exists()) {
            throw new ApplyException(
                    ErrorCode.UNDO_MISSING,
                    "the database \"" + target.database() + "\" keeps nothing to put back",
                    "nothing was applied to it, or that was undone already");
        }
        if (keepsRows() && !target.superuser()) {
            throw new ApplyException(
                    ErrorCode.ROLE_UNPRIVILEGED,
                    "a superuser applied the statistics, so only one can put back what was there",
                    "connect as a superuser");
        }
    }
}
