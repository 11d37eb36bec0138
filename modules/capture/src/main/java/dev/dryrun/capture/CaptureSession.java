package dev.dryrun.capture;

import dev.dryrun.capture.SharedSnapshot.NotSharedException;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.CapturedQuery;
import dev.dryrun.model.ColumnLinks;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.ObjectIdentities;
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
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/// One look at a server: one connection, one `REPEATABLE READ, READ ONLY` transaction, so that all
/// it reads belongs together and nothing can be written.
///
/// Takes ACCESS SHARE locks only, and only those that deparsing needs. Closing it rolls back;
/// closing twice is no error. Not safe for concurrent calls. Reading calls may throw
/// [CaptureException] CAPTURE_FAILED. When the process is told to end, what runs is cancelled.
public final class CaptureSession implements AutoCloseable {

    /// How many connections a capture may use, at the most.
    private static final int CONNECTIONS = 3;

    private final Connection connection;
    private final ServerErrors errors;
    private final SessionGuards guards;
    private final Preflight preflight;
    private final CancelOnExit cancel;
    private final Map<ObjectKind, Reason> absent = new EnumMap<>(ObjectKind.class);

    private CaptureSession(
            Connection connection,
            ServerErrors errors,
            SessionGuards guards,
            Preflight preflight,
            CancelOnExit cancel) {
        this.connection = connection;
        this.errors = errors;
        this.guards = guards;
        this.preflight = preflight;
        this.cancel = cancel;
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
        CancelOnExit cancel = CancelOnExit.of(connection);
        try {
            new SessionStart(connection, guards).begin();
            Preflight preflight = Preflight.of(connection, target, guards);
            return new CaptureSession(connection, errors, guards, preflight, cancel);
        } catch (SQLException e) {
            throw closing(connection, cancel, errors.capturing(e));
        } catch (CaptureException e) {
            throw closing(connection, cancel, e);
        }
    }

    /// {@return the server that answers}
    public ServerInfo server() {
        return preflight.server();
    }

    /// {@return when the snapshot began, by the server's clock}
    public Instant takenAt() {
        return preflight.takenAt();
    }

    /// {@return what is worth knowing about the server, the role or the connection, one line each}
    public List<String> warnings() {
        return preflight.warnings();
    }

    /// {@return what it reads over, for tests of what that can and cannot do}
    Connection connection() {
        return connection;
    }

    /// Reads which columns there are, and where values of one are found in another.
    ///
    /// @param links is told of them, in no particular order
    public void readColumnLinks(ColumnLinks links) {
        reading(() -> new ColumnLinkReader(connection).read(links));
    }

    /// A part of a capture.
    ///
    /// @param <T> what it reads
    public interface Part<T> {

        /// Reads it.
        ///
        /// @param session the one to read with: it sees what the others see
        /// @param sink takes what was read, one at a time
        void read(CaptureSession session, Consumer<T> sink);
    }

    /// Reads several parts at the same time, over at most three connections that see the same
    /// snapshot; over this one alone where it cannot be shared. Afterwards this session's
    /// transaction is over: nothing more can be read.
    ///
    /// @param parts each read once, in a thread of some session; the longest first
    /// @param consumer takes one at a time, in the calling thread, in no particular order
    /// @param <T> what is read
    /// @return why it was one connection alone; empty when it was not, or one was enough
    /// @throws CaptureException as the reading calls do; then the session can only be closed
    public <T> Optional<String> readTogether(List<Part<T>> parts, Consumer<T> consumer) {
        TogetherReading<T> together = new TogetherReading<>(parts);
        int companions = Math.min(parts.size(), CONNECTIONS) - 1;
        if (companions <= 0) {
            together.run(this, 0, () -> this, consumer);
            return Optional.empty();
        }
        try {
            SharedSnapshot shared = SharedSnapshot.of(connection, guards);
            return Optional.ofNullable(
                    together.run(this, companions, () -> companion(shared), consumer));
        } catch (NotSharedException e) {
            together.run(this, 0, () -> this, consumer);
            return Optional.of(e.reason());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private CaptureSession companion(SharedSnapshot shared) throws NotSharedException {
        Connection other = shared.connect(new Connector(errors.target(), errors), guards);
        return new CaptureSession(other, errors, guards, preflight, CancelOnExit.of(other));
    }

    /// Ends the transaction, so that an idle session keeps nothing.
    void endTransaction() {
        reading(connection::rollback);
    }

    /// Ends what the session does, from another thread. Closing it is still to be done.
    void abort() {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It has ended already.
            return;
        }
    }

    /// Reads every definition. A kind that cannot be read is left out; [#readServerFacts] says
    /// which and why.
    ///
    /// @param consumer takes one at a time, in no particular order
    public void readSchema(Consumer<? super SchemaObject> consumer) {
        readRelations(consumer);
        readKinds(consumer);
    }

    /// Reads the definitions of relations: tables, views, sequences and what belongs to them.
    ///
    /// @param consumer takes one at a time, in no particular order
    public void readRelations(Consumer<? super SchemaObject> consumer) {
        reading(() -> new RelationReader(connection).read(consumer));
    }

    /// Reads all other definitions. A kind that cannot be read is left out; [#readServerFacts] of
    /// this session says which and why.
    ///
    /// @param consumer takes one at a time, in no particular order
    public void readKinds(Consumer<? super SchemaObject> consumer) {
        reading(() -> absent.putAll(new KindReader(connection).read(consumer)));
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

    /// Reads what objects are known by whatever they are called; nothing where the role may not ask
    /// for the server's timeline.
    ///
    /// @param consumer takes one range's at a time, by range
    public void readIdentities(Consumer<? super ObjectIdentities> consumer) {
        reading(() -> new IdentityReader(connection).read(consumer));
    }

    /// Reads the activity counters of every table.
    ///
    /// @param consumer takes one table's at a time, in no particular order
    public void readActivity(Consumer<? super TableActivity> consumer) {
        reading(() -> new ActivityReader(connection).read(consumer));
    }

    /// {@return what the server says of itself; what it does not show is absent with the reason}
    public NodeStatistics readNode() {
        return answer(() -> new NodeReader(connection).read(server().systemIdentifier()));
    }

    /// Reads `pg_stat_statements`: the queries of this database that took most time.
    ///
    /// @param rowCap how many at most
    /// @param consumer takes one at a time, raw: its text may hold values
    /// @return how they were read; says why there are none
    public QueryStatisticsInfo readQueries(long rowCap, Consumer<? super CapturedQuery> consumer) {
        return answer(() -> new QueryReader(connection, rowCap).read(consumer));
    }

    /// {@return how many statements of this database [#readQueries] would find; absent with the
    /// reason}
    public Reading<Long> countStatements() {
        return readQueries(0, _ -> {}).rows();
    }

    /// {@return which PostgreSQL this is, and what the role may and may not read}
    public ServerProbe probe() {
        return answer(() -> ServerProbe.read(connection, preflight.server()));
    }

    @Override
    public void close() {
        try (cancel;
                connection) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
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
            throw failed(e);
        }
    }

    private interface Question<R> {
        R ask() throws SQLException;
    }

    private <R> R answer(Question<R> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private CaptureException failed(SQLException e) {
        return cancel.ending() ? errors.interrupted(e) : errors.capturing(e);
    }

    private static CaptureException closing(
            Connection connection, CancelOnExit cancel, CaptureException error) {
        try (cancel) {
            connection.close();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        return error;
    }
}
