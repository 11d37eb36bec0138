package dev.dryrun.capture;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Rows that belong to the rows of another query: both ordered by the owner's oid, so that one pass
/// over each joins them and no more than one owner's rows are in memory.
///
/// @param <T> what a row becomes
final class RowsByOwner<T> implements AutoCloseable {

    /// Makes something of the current row.
    ///
    /// @param <T> what
    interface Mapper<T> {
        T map(Rows row) throws SQLException;
    }

    private final Rows rows;
    private final Mapper<T> mapper;
    private boolean more;

    RowsByOwner(Rows rows, Mapper<T> mapper) throws SQLException {
        this.rows = rows;
        this.mapper = mapper;
        this.more = rows.next();
    }

    /// {@return what belongs to this owner, in the query's order}
    ///
    /// @param owner its oid, greater than every one asked for before
    List<T> take(long owner) throws SQLException {
        List<T> taken = new ArrayList<>();
        while (more && Long.compareUnsigned(rows.oid(), owner) <= 0) {
            if (rows.oid() == owner) {
                taken.add(mapper.map(rows));
            }
            more = rows.next();
        }
        return taken;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
