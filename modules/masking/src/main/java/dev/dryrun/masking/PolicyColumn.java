package dev.dryrun.masking;

import dev.dryrun.model.ColumnName;
import dev.dryrun.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column that a policy hides: in one schema, or wherever a table of that name is.
///
/// @param schema as the catalogue stores it; null for any
/// @param table as the catalogue stores it
/// @param column as the catalogue stores it
/// @param tags what kind of data it holds, in the policy's own words; in order, none twice
/// @param strategy how its values are masked in the planner's statistics
/// @param key as the policy writes it
/// @param line where, from 1
/// @param lineColumn where in the line, from 1
public record PolicyColumn(
        @Nullable String schema,
        String table,
        String column,
        List<String> tags,
        ChosenStrategy strategy,
        String key,
        int line,
        int lineColumn) {

    /// Copies what it is given.
    public PolicyColumn {
        tags = List.copyOf(tags);
    }

    /// {@return what hides a column that no policy names}
    static PolicyColumn removed(ColumnName column) {
        QualifiedName relation = column.relation();
        return new PolicyColumn(
                relation.schema(),
                relation.name(),
                column.column(),
                List.of(),
                ChosenStrategy.NULL,
                relation.name() + "." + column.column(),
                1,
                1);
    }

    /// {@return the same, but with nothing left of its values}
    PolicyColumn removing() {
        return new PolicyColumn(
                schema, table, column, tags, ChosenStrategy.NULL, key, line, lineColumn);
    }
}
