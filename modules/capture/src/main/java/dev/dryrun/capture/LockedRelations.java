package dev.dryrun.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashSet;
import java.util.Set;

/// Runs what has to lock the relations it looks at, past those that nobody can lock.
///
/// In a savepoint that is rolled back, which gives the locks back at once. When the lock timeout
/// runs out, the relations that are held ACCESS EXCLUSIVE are left out and it is tried once more.
///
/// @param connection in a transaction
record LockedRelations(Connection connection) {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /// A read that can leave relations out.
    ///
    /// @param <T> what it gives
    interface Read<T> {
        T run(Set<Long> locked) throws SQLException;
    }

    /// {@return what the read gives}
    ///
    /// @param read run once, or twice
    /// @throws SQLException what it throws; 55P03 when something was locked the second time too
    <T> T reading(Read<T> read) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return read.run(Set.of());
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return read.run(locked());
        } finally {
            connection.rollback(before);
        }
    }

    private Set<Long> locked() throws SQLException {
        Set<Long> oids = new HashSet<>();
        try (Rows row = new CatalogQuery("locked_relations").run(connection)) {
            while (row.next()) {
                oids.add(row.oid());
            }
        }
        return oids;
    }
}
