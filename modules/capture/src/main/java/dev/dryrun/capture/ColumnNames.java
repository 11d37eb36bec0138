package dev.dryrun.capture;

import dev.dryrun.model.Constraint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of one relation by `attnum`.
final class ColumnNames {

    private final List<CatalogColumn> columns;

    /// @param columns by position, some missing where columns were dropped
    ColumnNames(List<CatalogColumn> columns) {
        this.columns = columns;
    }

    /// A column stands at its position, or before it when others were dropped.
    private @Nullable CatalogColumn at(long position) {
        for (int i = (int) Math.min(position, columns.size()) - 1; i >= 0; i--) {
            if (columns.get(i).position() <= position) {
                return columns.get(i).position() == position ? columns.get(i) : null;
            }
        }
        return null;
    }

    /// Adds the constraints that the columns' NOT NULL are.
    void addNotNulls(List<Constraint> constraints) {
        for (CatalogColumn column : columns) {
            if (column.constraint() != null) {
                constraints.add(column.constraint());
            }
        }
    }

    CatalogColumn column(long position) throws SQLException {
        CatalogColumn column = at(position);
        if (column == null) {
            throw new SQLException("a catalogue names a column that is not there: " + position);
        }
        return column;
    }

    List<String> names(List<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(positions.size());
        for (long position : positions) {
            names.add(column(position).name());
        }
        return names;
    }
}
