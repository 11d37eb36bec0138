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
    private long next;

    RowsByOwner(Rows rows, Mapper<T> mapper) throws SQLException {
        this.rows = rows;
        this.mapper = mapper;
        advance();
    }

    /// {@return what belongs to this owner, in the query's order}
    ///
    /// @param owner its oid, greater than every one asked for before
    List<T> take(long owner) throws SQLException {
        if (!reached(owner)) {
            return List.of();
        }
        List<T> taken = new ArrayList<>();
        do {
            if (next == owner) {
                taken.add(mapper.map(rows));
            }
            advance();
        } while (reached(owner));
        return taken;
    }

    private boolean reached(long owner) {
        return more && Long.compareUnsigned(next, owner) <= 0;
    }

    private void advance() throws SQLException {
        more = rows.next();
        if (more) {
            next = rows.oid();
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
