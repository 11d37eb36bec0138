package dev.dryrun.capture;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A part of a relation that the catalogue describes by column numbers: read before the columns are
/// known.
///
/// @param <T> the part
interface InRelation<T> {

    /// {@return the part}
    ///
    /// @param columns those of its relation
    T in(ColumnNames columns) throws SQLException;

    /// {@return all of the parts}
    static <T> List<T> all(List<InRelation<T>> parts, ColumnNames columns) throws SQLException {
        List<T> all = new ArrayList<>(parts.size());
        for (InRelation<T> part : parts) {
            all.add(part.in(columns));
        }
        return all;
    }
}
