package dev.dryrun.capture;

import dev.dryrun.model.CaptureException;
import dev.dryrun.model.CapturedQuery;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One look at a server: one connection, one `REPEATABLE READ, READ ONLY` transaction, so that all
/// it reads belongs together and nothing can be written.
///
/// Takes ACCESS SHARE locks only, and only those that deparsing needs. Closing it rolls back. Not
/// safe for concurrent calls. Reading calls may throw [CaptureException] CAPTURE_FAILED.
public final class CaptureSession implements AutoCloseable {

    /// The oldest server that can be captured, as `server_version_num`.
    private static final int OLDEST = 140_000;

    private final Connection connection;
    private final ServerErrors errors;
    private final ServerInfo server;
    private final Instant takenAt;
    private final Map<ObjectKind, Reason> absent = new EnumMap<>(ObjectKind.class);

    private CaptureSession(
            Connection connection, ServerErrors errors, ServerInfo server, Instant takenAt) {
        this.connection = connection;
        this.errors = errors;
        this.server = server;
        this.takenAt = takenAt;
    }

    /// {@return a session on the server, its snapshot taken}
    ///
    /// @param target where to connect and as whom
    /// @param guards what keeps it from hurting the server
    /// @throws CaptureException SERVER_UNREACHABLE, AUTHENTICATION_FAILED or DATABASE_MISSING when
    ///   there is no connection; SERVER_TOO_OLD below PostgreSQL 14; ROLE_PRIVILEGED when the role
    ///   may do more than read
    public static CaptureSession open(ConnectionTarget target, SessionGuards guards) {
        ServerErrors errors = new ServerErrors(target);
        Connection connection = new Connector(target, errors).connect();
        try {
            begin(connection, guards);
            return opened(connection, errors, guards);
        } catch (SQLException e) {
            throw closing(connection, errors.capturing(e));
        } catch (CaptureException e) {
            throw closing(connection, e);
        }
    }

    /// {@return the server that answers}
    public ServerInfo server() {
        return server;
    }

    /// {@return when the snapshot began, by the server's clock}
    public Instant takenAt() {
        return takenAt;
    }

    /// Reads every definition. A kind that cannot be read is left out; [#readPlanner] says which
    /// and why.
    ///
    /// @param consumer takes one at a time, in no particular order
    public void readSchema(Consumer<? super SchemaObject> consumer) {
        reading(() -> {
            new RelationReader(connection).read(consumer);
            absent.putAll(new KindReader(connection).read(consumer));
        });
    }

    /// Reads the planner's statistics and the sizes of every table, materialised view and foreign
    /// table.
    ///
    /// @param consumer takes one's at a time, in no particular order
    public void readPlanner(Consumer<? super TableStatistics> consumer) {
        reading(() -> new StatisticsReader(connection).read(consumer));
    }

    /// Reads what does not belong to the schema but decides plans and locks: settings, roles,
    /// tablespaces.
    ///
    /// @param consumer takes one at a time, in no particular order
    public void readServerFacts(Consumer<? super ServerFact> consumer) {
        reading(() -> new ServerFactReader(connection).read(absent, consumer));
    }

    /// Reads how far every sequence has come.
    ///
    /// @param consumer takes one's at a time, in no particular order
    public void readSequences(Consumer<? super SequenceStatistics> consumer) {
        reading(() -> new SequenceReader(connection).read(consumer));
    }

    /// Reads the activity counters of every table.
    ///
    /// @param consumer takes one table's at a time, in no particular order
    public void readActivity(Consumer<? super TableActivity> consumer) {
        reading(() -> new ActivityReader(connection).read(consumer));
    }

    /// {@return what the server says of itself; what it does not show is absent with the reason}
    public NodeStatistics readNode() {
        List<NodeStatistics> read = new ArrayList<>();
        reading(() -> read.add(new NodeReader(connection).read(server.systemIdentifier())));
        return read.getFirst();
    }

    /// Reads `pg_stat_statements`: the queries of this database that took most time.
    ///
    /// @param rowCap how many at most
    /// @param consumer takes one at a time, raw: its text may hold values
    /// @return how they were read; says why there are none
    public QueryStatisticsInfo readQueries(long rowCap, Consumer<? super CapturedQuery> consumer) {
        List<QueryStatisticsInfo> read = new ArrayList<>();
        reading(() -> read.add(new QueryReader(connection, rowCap).read(consumer)));
        return read.getFirst();
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw errors.capturing(e);
        }
    }

    private interface Read {
        void run() throws SQLException;
    }

    private void reading(Read read) {
        try {
            read.run();
        } catch (SQLException e) {
            throw errors.capturing(e);
        }
    }

    /// The guards are the transaction's own (`SET LOCAL`): a pooled connection takes none of them
    /// to its next user. `search_path` is emptied so that every deparsed name is qualified.
    private static void begin(Connection connection, SessionGuards guards) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            statement.execute("SET LOCAL statement_timeout = " + ms(guards.statementTimeout()));
            statement.execute("SET LOCAL lock_timeout = " + ms(guards.lockTimeout()));
            statement.execute(
                    "SET LOCAL idle_in_transaction_session_timeout = "
                            + ms(guards.idleInTransactionTimeout()));
            statement.execute("SET LOCAL search_path = pg_catalog");
        }
    }

    private static CaptureSession opened(
            Connection connection, ServerErrors errors, SessionGuards guards) throws SQLException {
        try (Rows row = new CatalogQuery("server").run(connection)) {
            row.next();
            if (row.whole("version_num") < OLDEST) {
                throw new CaptureException(
                        ErrorCode.SERVER_TOO_OLD,
                        "the server is PostgreSQL "
                                + row.text("version")
                                + "; 14 is the oldest that can be captured",
                        "upgrade the server, or capture a copy of it on a newer one");
            }
            if (!guards.allowPrivileged()) {
                refusePrivileged(connection, errors.target().user());
            }
            ServerInfo server = server(connection, row);
            return new CaptureSession(connection, errors, server, row.instant("taken_at"));
        }
    }

    private static ServerInfo server(Connection connection, Rows row) throws SQLException {
        try (Rows ids = new CatalogQuery("next_ids").run(connection)) {
            ids.next();
            return new ServerInfo(
                    row.whole("version_num"),
                    row.text("version"),
                    row.text("database"),
                    systemIdentifier(connection),
                    row.flag("standby"),
                    ids.count("next_xid"),
                    ids.count("next_mxid"));
        }
    }

    private static void refusePrivileged(Connection connection, String user) throws SQLException {
        try (Rows row = new CatalogQuery("role").run(connection)) {
            boolean privileged =
                    row.next()
                            && (row.flag("rolsuper")
                                    || row.flag("rolreplication")
                                    || row.flag("rolbypassrls"));
            if (privileged) {
                throw new CaptureException(
                        ErrorCode.ROLE_PRIVILEGED,
                        "the role \""
                                + user
                                + "\" is a superuser, or may replicate or bypass row"
                                + " security: it can do more than read",
                        "capture as dryrun_reader (dryrun-readonly-role.sql makes it), or pass"
                                + " --allow-privileged");
            }
        }
    }

    private static Reading<String> systemIdentifier(Connection connection) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try (Rows row = new CatalogQuery("system_identifier").run(connection)) {
            return row.next()
                    ? Reading.measured(row.text("system_identifier"))
                    : Reading.absent(Reason.NONE_KEPT);
        } catch (SQLException e) {
            connection.rollback(savepoint);
            return Reading.absent(Reason.NO_PRIVILEGE);
        }
    }

    private static long ms(Duration duration) {
        return duration.toMillis();
    }

    private static CaptureException closing(Connection connection, CaptureException error) {
        try {
            connection.close();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        return error;
    }
}
