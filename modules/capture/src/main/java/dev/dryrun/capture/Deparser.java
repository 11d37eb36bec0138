package dev.dryrun.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Runs the queries that deparse. Deparsing takes ACCESS SHARE on relations: it waits behind
/// whoever holds ACCESS EXCLUSIVE, and keeps the lock until the transaction ends, so that DDL would
/// queue behind the capture.
///
/// So each runs in a savepoint that is rolled back, which releases its locks, and leaves out what
/// is locked exclusively; when it still has to wait longer than `lock_timeout`, it is run once more
/// without what is locked by then. Its whole result is in memory.
final class Deparser {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final Set<Long> leftOut = new TreeSet<>();

    /// @param connection in a transaction, with an empty `search_path`
    Deparser(Connection connection) throws SQLException {
        this.connection = connection;
        lookForLocks();
    }

    /// {@return the column `text` of a query, by oid}
    ///
    /// @param query whose parameters all are the relations to leave out
    Deparsed<String> texts(String query) throws SQLException {
        return read(query, row -> row.textOrNull("text"));
    }

    /// {@return the array `texts` of a query, by oid}
    ///
    /// @param query whose parameters all are the relations to leave out
    Deparsed<List<String>> lists(String query) throws SQLException {
        return read(query, row -> row.texts("texts"));
    }

    private interface Mapper<T> {
        @Nullable T map(Rows row) throws SQLException;
    }

    private <T> Deparsed<T> read(String query, Mapper<T> mapper) throws SQLException {
        try {
            return new Deparsed<>(inSavepoint(query, mapper));
        } catch (SQLException e) {
            passOnUnlessLocked(e);
            lookForLocks();
        }
        try {
            return new Deparsed<>(inSavepoint(query, mapper));
        } catch (SQLException e) {
            passOnUnlessLocked(e);
            return new Deparsed<>(Map.of());
        }
    }

    private <T> Map<Long, T> inSavepoint(String query, Mapper<T> mapper) throws SQLException {
        Map<Long, T> found = new HashMap<>();
        Savepoint savepoint = connection.setSavepoint();
        try (Rows rows = new CatalogQuery(query).runWith(connection, oidArray())) {
            while (rows.next()) {
                T mapped = mapper.map(rows);
                if (mapped != null) {
                    found.put(rows.oid(), mapped);
                }
            }
        } finally {
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
        }
        return found;
    }

    private static void passOnUnlessLocked(SQLException e) throws SQLException {
        if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
            throw e;
        }
    }

    private void lookForLocks() throws SQLException {
        try (Rows rows = new CatalogQuery("exclusively_locked").run(connection)) {
            while (rows.next()) {
                leftOut.add(rows.oid());
            }
        }
    }

    private String oidArray() {
        return leftOut.toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
