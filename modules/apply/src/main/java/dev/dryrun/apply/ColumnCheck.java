package dev.dryrun.apply;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at statistics before they are written: the server would take nonsense.
///
/// @param database where they are to go
/// @param types where types are looked up
record ColumnCheck(Database database, ValueTypes types) {

    /// Frequencies are single-precision numbers that `ANALYZE` rounded.
    private static final double ROUNDING = 1e-3;

    /// {@return what is wrong with the figures, or empty}
    static Optional<String> figures(ColumnValues values) {
        if (!within(values.nullFraction(), 0, 1) || values.width() < 0 || values.distinct() < -1) {
            return Optional.of("its share of NULLs, width or distinct count is out of range");
        }
        if (!within(values.correlation(), -1, 1) || !within(values.rangeEmptyFraction(), 0, 1)) {
            return Optional.of("its correlation or share of empty ranges is out of range");
        }
        Optional<String> common = common(values);
        return common.isPresent() ? common : lengths(values);
    }

    private static boolean within(@Nullable Double value, double least, double most) {
        return value == null || (value >= least - ROUNDING && value <= most + ROUNDING);
    }

    private static Optional<String> common(ColumnValues values) {
        if (values.commonValues() == null || values.commonFrequencies() == null) {
            return Optional.empty();
        }
        List<Double> frequencies =
                ArrayLiteral.numbers(values.commonFrequencies()).orElse(List.of());
        int count = ArrayLiteral.elements(values.commonValues()).map(List::size).orElse(-1);
        double sum = values.nullFraction();
        double last = 1 + ROUNDING;
        for (double frequency : frequencies) {
            if (!(frequency > 0) || frequency > last + ROUNDING) {
                return Optional.of("its common values' frequencies do not fall from 1 to 0");
            }
            last = frequency;
            sum += frequency;
        }
        if (count != frequencies.size()) {
            return Optional.of("it has not as many common values as frequencies");
        }
        return sum > 1 + frequencies.size() * ROUNDING
                ? Optional.of("its common values are more than all values")
                : Optional.empty();
    }

    private static Optional<String> lengths(ColumnValues values) {
        if (values.histogram() != null && size(values.histogram()) < 2) {
            return Optional.of("its histogram has no two bounds");
        }
        if (values.elements() != null && values.elementFrequencies() != null) {
            int more = size(values.elementFrequencies()) - size(values.elements());
            // The least and the greatest frequency, and for arrays that of NULL elements.
            if (more != 2 && more != 3) {
                return Optional.of("it has not as many common elements as frequencies");
            }
        }
        return Optional.empty();
    }

    private static int size(String literal) {
        return ArrayLiteral.elements(literal).map(List::size).orElse(-1);
    }

    /// Reads every value as the column's type.
    ///
    /// @param modifier the type's, or -1 where the server does not apply it
    /// @throws SQLException when one cannot be read; the transaction is broken then
    void parse(TargetColumn column, int modifier, ColumnValues values) throws SQLException {
        for (StatisticsSlot slot :
                StatisticsSlot.of(types, column.type(), column.collation(), values)) {
            if (slot.values() != null) {
                boolean ofColumn = slot.type() == column.type();
                database.one(
                        "SELECT array_in(textout(?::text), ?::oid, ?::int) IS NOT NULL",
                        row -> row.getBoolean(1),
                        slot.values(),
                        slot.type(),
                        ofColumn ? modifier : -1);
            }
        }
    }

    /// {@return whether the histogram rises in the order that the column has here: another
    /// collation, or another version of it, may order otherwise}
    boolean ordered(TargetColumn column, ColumnValues values) throws SQLException {
        ValueType type = types.of(column.type());
        if (values.histogram() == null || type.less() == 0 || type.arrayName().isEmpty()) {
            return true;
        }
        List<String> collation =
                column.collation() == 0
                        ? List.of()
                        : database.list(
                                "SELECT ?::oid::regcollation::text",
                                row -> row.getString(1),
                                column.collation());
        String value = "u.value" + (collation.isEmpty() ? "" : " COLLATE " + collation.getFirst());
        List<String> sql = new ArrayList<>();
        sql.add("SELECT coalesce(bool_or(pair.value " + type.lessName() + " pair.before), false)");
        sql.add("FROM (SELECT " + value + " AS value, lag(" + value + ") OVER (ORDER BY u.place)");
        sql.add("AS before FROM unnest(CAST(?::text AS " + type.arrayName() + "))");
        sql.add("WITH ORDINALITY u(value, place)) pair");
        return !database.one(String.join(" ", sql), row -> row.getBoolean(1), values.histogram());
    }
}
