package dev.dryrun.apply;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the five slots of a row of `pg_statistic`, as `ANALYZE` fills it (`pg_statistic.h`).
///
/// @param kind `stakind`
/// @param operator `staop`
/// @param collation `stacoll`
/// @param numbers an array literal; null for none
/// @param values an array literal; null for none
/// @param type of these values; 0 for none
record StatisticsSlot(
        int kind,
        long operator,
        long collation,
        @Nullable String numbers,
        @Nullable String values,
        long type) {

    /// How many a row has.
    static final int COUNT = 5;

    static final StatisticsSlot NONE = new StatisticsSlot(0, 0, 0, null, null, 0);

    private static final int COMMON = 1;
    private static final int HISTOGRAM = 2;
    private static final int CORRELATION = 3;
    private static final int ELEMENTS = 4;
    private static final int ELEMENT_COUNTS = 5;
    private static final int RANGE_LENGTHS = 6;
    private static final int RANGE_BOUNDS = 7;

    private static final long FLOAT8 = 701;
    private static final long FLOAT8_LESS = 672;
    private static final long TSVECTOR = 3614;
    private static final long TEXT = 25;
    private static final long TEXT_EQUAL = 98;
    private static final long DEFAULT_COLLATION = 100;

    /// {@return the filled slots of a column, in the order in which `ANALYZE` fills them}
    ///
    /// @param types where types are looked up
    /// @param typeOid of the column's values
    /// @param collation the column's
    /// @param values what is known of the column
    static List<StatisticsSlot> of(
            ValueTypes types, long typeOid, long collation, ColumnValues values)
            throws SQLException {
        ValueType type = types.of(typeOid);
        List<StatisticsSlot> slots = new ArrayList<>();
        if (values.commonValues() != null) {
            slots.add(
                    new StatisticsSlot(
                            COMMON,
                            type.equal(),
                            collation,
                            values.commonFrequencies(),
                            values.commonValues(),
                            typeOid));
        }
        if (values.histogram() != null) {
            slots.add(
                    new StatisticsSlot(
                            HISTOGRAM, type.less(), collation, null, values.histogram(), typeOid));
        }
        if (values.correlation() != null) {
            slots.add(
                    new StatisticsSlot(
                            CORRELATION,
                            type.less(),
                            collation,
                            "{" + values.correlation() + "}",
                            null,
                            0));
        }
        addElements(slots, types, type, collation, values);
        addRanges(slots, type, values);
        return slots;
    }

    private static void addElements(
            List<StatisticsSlot> slots,
            ValueTypes types,
            ValueType type,
            long collation,
            ColumnValues values)
            throws SQLException {
        boolean lexemes = type.oid() == TSVECTOR;
        long element = lexemes ? TEXT : type.element();
        if (element == 0) {
            return;
        }
        long equal = lexemes ? TEXT_EQUAL : types.of(element).equal();
        long own = lexemes ? DEFAULT_COLLATION : collation;
        if (values.elements() != null) {
            slots.add(
                    new StatisticsSlot(
                            ELEMENTS,
                            equal,
                            own,
                            values.elementFrequencies(),
                            values.elements(),
                            element));
        }
        if (values.elementCounts() != null) {
            slots.add(
                    new StatisticsSlot(
                            ELEMENT_COUNTS, equal, own, values.elementCounts(), null, 0));
        }
    }

    private static void addRanges(List<StatisticsSlot> slots, ValueType type, ColumnValues values) {
        if (values.rangeBounds() != null) {
            slots.add(
                    new StatisticsSlot(
                            RANGE_BOUNDS, 0, 0, null, values.rangeBounds(), type.range()));
        }
        if (values.rangeEmptyFraction() != null) {
            slots.add(
                    new StatisticsSlot(
                            RANGE_LENGTHS,
                            FLOAT8_LESS,
                            0,
                            "{" + values.rangeEmptyFraction() + "}",
                            values.rangeLengths(),
                            FLOAT8));
        }
    }
}
