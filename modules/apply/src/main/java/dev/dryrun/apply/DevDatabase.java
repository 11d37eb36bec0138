package dev.dryrun.apply;

import dev.dryrun.apply.Applied.Setting;
import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.ApplyException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.SnapshotInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// A database that may be written to: it was looked at, and nothing speaks of production.
///
/// Everything happens in one transaction; what fails leaves nothing behind. Closing it leaves the
/// connection open. Not safe for concurrent calls.
public final class DevDatabase implements AutoCloseable {

    private static final int DEFAULT_BLOCK_SIZE = 8192;

    /// Values are read as the capture wrote them, whatever the database's own defaults are; and
    /// nothing waits long for somebody who holds a table.
    private static final String BEGIN =
            """
            SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;
            SET LOCAL bytea_output = hex;
            SET LOCAL DateStyle = 'ISO, MDY';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL IntervalStyle = postgres;
            SET LOCAL lc_monetary = 'C';
            SET LOCAL search_path = pg_catalog;
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL xmlbinary = base64;
            SET LOCAL client_min_messages = warning;
            SET LOCAL statement_timeout = 0;
            SET LOCAL lock_timeout = '10s';
            SET LOCAL jit = off;
            """;

    private final Connection connection;
    private final Database database;
    private final Target target;

    private DevDatabase(Connection connection, Database database, Target target) {
        this.connection = connection;
        this.database = database;
        this.target = target;
    }

    /// {@return the database, after a look at its server}
    ///
    /// @param connection to it, which can write; stays the caller's
    /// @param guard what it must not be
    /// @throws ApplyException TARGET_REFUSED; SERVER_TOO_OLD below PostgreSQL 14; APPLY_FAILED when
    ///   the server does not answer
    public static DevDatabase open(Connection connection, ProductionGuard guard) {
        try {
            connection.setAutoCommit(false);
            Database database = new Database(connection);
            Target target = Target.of(database);
            connection.rollback();
            guard.check(target);
            return new DevDatabase(connection, database, target);
        } catch (SQLException e) {
            throw failed("the server did not say what it is", e);
        }
    }

    /// {@return who answers}
    public Target target() {
        return target;
    }

    /// Writes the newest captured statistics.
    ///
    /// @param catalog what was captured
    /// @param options what to write of it
    /// @return what was written, and what was not
    /// @throws ApplyException ROLE_UNPRIVILEGED when a superuser is needed; APPLY_FAILED when the
    ///   server refused something
    public Applied apply(Catalog catalog, ApplyOptions options) {
        if (!target.hasFunctions() && !target.superuser()) {
            throw new ApplyException(
                    ErrorCode.ROLE_UNPRIVILEGED,
                    "PostgreSQL "
                            + target.major()
                            + " takes statistics from a superuser only, and \""
                            + target.role()
                            + "\" is none",
                    "connect as a superuser, or use PostgreSQL 18, where the tables' owner may");
        }
        return committed(() -> write(catalog, options));
    }

    /// Puts back what was there before the first application.
    ///
    /// @return what was put back
    /// @throws ApplyException UNDO_MISSING when nothing is kept; ROLE_UNPRIVILEGED when a superuser
    ///   applied and the role is none; APPLY_FAILED when the server refused something
    public Undone undo() {
        return committed(() -> {
            UndoSchema undo = new UndoSchema(database, target);
            undo.demand();
            return new Undo(database, target, undo.keepsRows()).run();
        });
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw failed("the connection cannot be closed", e);
        }
    }

    private Applied write(Catalog catalog, ApplyOptions options) throws SQLException {
        UndoSchema undo = new UndoSchema(database, target);
        undo.open();
        Tally tally = new Tally();
        ValueTypes types = new ValueTypes(database);
        int captured = catalog.planner().map(DevDatabase::version).orElse(target.versionNum());
        ExtendedWriter extended = ExtendedWriter.of(database, target, catalog, types, tally);
        StatisticsWriter writer =
                target.hasFunctions()
                        ? new RestoreFunctions(database, captured)
                        : new CatalogueRows(database, types);
        TableApplication application =
                new TableApplication(
                        database,
                        target,
                        writer,
                        new ColumnCheck(database, types),
                        new FirstPage(database, target.superuser()),
                        extended,
                        undo,
                        undo.keepsRows(),
                        tally);
        int blockSize = blockSize(catalog);
        catalog.forEachStatistics(statistics -> {
            try {
                application.apply(new SizePlan(statistics, blockSize, options.scale()));
            } catch (SQLException e) {
                throw new SqlFailure(
                        new SQLException(statistics.table().display(), e.getSQLState(), e));
            }
        });
        extended.end();
        PlannerSettings planner = new PlannerSettings(database);
        List<Setting> settings = planner.differing(catalog);
        if (options.settings()) {
            undo.keep(settings);
            planner.write(target.database(), settings);
        }
        return tally.applied(writer.method(), settings, options.settings());
    }

    private static int version(SnapshotInfo planner) {
        return planner.server().versionNum();
    }

    private static int blockSize(Catalog catalog) {
        int[] size = {DEFAULT_BLOCK_SIZE};
        catalog.forEachSetting(setting -> {
            if (setting.name().equals("block_size")) {
                setting.properties()
                        .getOrDefault("setting", List.of())
                        .forEach(value -> size[0] = Integer.parseInt(value));
            }
        });
        return size[0];
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T committed(Work<T> work) {
        try {
            database.execute(BEGIN);
            T done = work.run();
            connection.commit();
            return done;
        } catch (SqlFailure e) {
            throw rolledBack(failed("the statistics of " + e.said().getMessage(), e.said()));
        } catch (SQLException e) {
            throw rolledBack(failed("the statistics", e));
        } catch (RuntimeException e) {
            rolledBack(failed("the statistics", new SQLException(e)));
            throw e;
        }
    }

    private ApplyException rolledBack(ApplyException error) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        return error;
    }

    private static ApplyException failed(String what, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "42501" ->
                    new ApplyException(
                            ErrorCode.ROLE_UNPRIVILEGED,
                            what + ": the role may not write them",
                            "connect as the owner of the database and its tables, or a superuser",
                            e);
            case "55P03" ->
                    new ApplyException(
                            ErrorCode.APPLY_FAILED,
                            what + ": somebody holds the table",
                            "end other sessions of the database and run the command again",
                            e);
            default ->
                    new ApplyException(
                            ErrorCode.APPLY_FAILED,
                            what + " could not be written (SQLSTATE " + state + "); nothing was",
                            "run again with --debug to see what the server said",
                            e);
        };
    }
}
