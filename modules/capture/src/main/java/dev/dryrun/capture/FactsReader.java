package dev.dryrun.capture;

import dev.dryrun.model.Facts;
import java.sql.SQLException;
import java.util.List;

/// Makes an object's [Facts] of the columns that every query of objects has.
final class FactsReader {

    private FactsReader() {}

    static Facts facts(Rows row) throws SQLException {
        return new Facts(row.text("owner"), null, row.textOrNull("comment"), null, List.of());
    }
}
