package dev.dryrun.apply;

import java.sql.ResultSet;
import java.sql.SQLException;

/// A column of a relation of the target, or an expression of an index.
///
/// @param name its name
/// @param number `attnum`
/// @param type of the values that `ANALYZE` looks at: of an expression its own, which is not always
///   what the index stores
/// @param modifier `atttypmod`
/// @param collation 0 for none
record TargetColumn(String name, int number, long type, int modifier, long collation) {

    static TargetColumn of(ResultSet row) throws SQLException {
        return new TargetColumn(
                row.getString("attname"),
                row.getInt("attnum"),
                row.getLong("atttypid"),
                row.getInt("atttypmod"),
                row.getLong("attcollation"));
    }

    TargetColumn ofType(long other) {
        return new TargetColumn(name, number, other, -1, collation);
    }
}
