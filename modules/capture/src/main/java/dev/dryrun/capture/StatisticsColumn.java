package dev.dryrun.capture;

import dev.dryrun.model.SourceColumn;
import java.sql.SQLException;

/// A column that can have statistics.
///
/// @param relation the oid of its table, or of the index that it is an expression of
/// @param name its name
/// @param type its innermost type
/// @param declared the catalogue's word for its type (`typname`)
/// @param range whether it is of a range or multirange type
/// @param readable whether the role may see its statistics
record StatisticsColumn(
        long relation, String name, String type, String declared, boolean range, boolean readable) {

    static StatisticsColumn of(Rows row) throws SQLException {
        return new StatisticsColumn(
                row.number("relation"),
                row.text("name"),
                row.text("type"),
                row.text("declared"),
                row.flag("is_range"),
                row.flag("readable"));
    }

    SourceColumn source() {
        return new SourceColumn(name, type);
    }
}
