package dev.dryrun.apply;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of `pg_statistic` and `pg_class` as `ANALYZE` would write them: for servers before 18,
/// which have no functions for it. Only a superuser may.
///
/// @param database where
/// @param types where types are looked up
record CatalogueRows(Database database, ValueTypes types) implements StatisticsWriter {

    private static final String SIZE =
            """
            UPDATE pg_class SET relpages = ?::int, reltuples = ?::real, relallvisible = ?::int
            WHERE oid = ?::oid
            """;

    private static final String COLUMN =
            "INSERT INTO pg_statistic VALUES (?::oid, ?::int2, ?::boolean, ?::real, ?::int, ?::real"
                    + ", ?::int2".repeat(StatisticsSlot.COUNT)
                    + ", ?::oid".repeat(2 * StatisticsSlot.COUNT)
                    + ", ?::real[]".repeat(StatisticsSlot.COUNT)
                    + ", array_in(textout(?::text), ?::oid, -1)".repeat(StatisticsSlot.COUNT)
                    + ")";

    @Override
    public String method() {
        return "catalogue rows";
    }

    @Override
    public void clear(TargetRelation relation) throws SQLException {
        database.update("DELETE FROM pg_statistic WHERE starelid = ?::oid", relation.oid());
    }

    @Override
    public void size(TargetRelation relation, RelationSize size) throws SQLException {
        database.update(SIZE, size.pages(), size.rows(), size.visiblePages(), relation.oid());
    }

    @Override
    public void column(TargetRelation relation, TargetColumn column, ColumnValues values)
            throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(relation.oid());
        parameters.add(column.number());
        parameters.add(values.inherited());
        parameters.addAll(
                row(values, StatisticsSlot.of(types, column.type(), column.collation(), values)));
        database.update(COLUMN, parameters.toArray());
    }

    /// {@return the columns of `pg_statistic` from `stanullfrac` on; each value array is followed
    /// by the type of its values}
    static List<@Nullable Object> row(ColumnValues values, List<StatisticsSlot> slots) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(values.nullFraction());
        row.add(values.width());
        row.add(values.distinct());
        addEach(row, slots, StatisticsSlot::kind);
        addEach(row, slots, StatisticsSlot::operator);
        addEach(row, slots, StatisticsSlot::collation);
        addEach(row, slots, StatisticsSlot::numbers);
        for (int i = 0; i < StatisticsSlot.COUNT; i++) {
            StatisticsSlot slot = i < slots.size() ? slots.get(i) : StatisticsSlot.NONE;
            row.add(slot.values());
            row.add(slot.type());
        }
        return row;
    }

    private static void addEach(
            List<@Nullable Object> row,
            List<StatisticsSlot> slots,
            Function<StatisticsSlot, @Nullable Object> part) {
        for (int i = 0; i < StatisticsSlot.COUNT; i++) {
            row.add(part.apply(i < slots.size() ? slots.get(i) : StatisticsSlot.NONE));
        }
    }
}
