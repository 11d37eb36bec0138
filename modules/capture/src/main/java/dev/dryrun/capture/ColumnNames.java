package dev.dryrun.capture;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of one relation by `attnum`.
final class ColumnNames {

    private final Map<Integer, CatalogColumn> byPosition = new HashMap<>();

    ColumnNames(List<CatalogColumn> columns) {
        for (CatalogColumn column : columns) {
            byPosition.put(column.position(), column);
        }
    }

    CatalogColumn column(long position) throws SQLException {
        CatalogColumn column = byPosition.get(Math.toIntExact(position));
        if (column == null) {
            throw new SQLException("a catalogue names a column that is not there: " + position);
        }
        return column;
    }

    List<String> names(List<Long> positions) throws SQLException {
        List<String> names = new ArrayList<>(positions.size());
        for (long position : positions) {
            names.add(column(position).name());
        }
        return names;
    }
}
