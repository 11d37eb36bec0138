package dev.dryrun.capture;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rows of a query, one after the other, each value as the type it must have.
///
/// Of every row the same columns are asked for in the same order, nearly always: so a column is
/// looked for where it was the last time, and by its name only where it is not there.
final class Rows implements AutoCloseable {

    /// How many numbers a list of them mostly has, at most.
    private static final int FEW = 4;

    /// Of how many the place is remembered; hardly any reader asks for more of one row.
    private static final int REMEMBERED = 64;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable String[] asked = new @Nullable String[REMEMBERED];
    private final int[] found = new int[REMEMBERED];
    private int turn;

    Rows(PreparedStatement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    boolean next() throws SQLException {
        turn = 0;
        return rows.next();
    }

    long oid() throws SQLException {
        return oid("oid");
    }

    /// {@return the oid, or 0 where it is NULL}
    long oid(String column) throws SQLException {
        return rows.getLong(place(column));
    }

    long number(String column) throws SQLException {
        return rows.getLong(place(column));
    }

    String text(String column) throws SQLException {
        String text = rows.getString(place(column));
        if (text == null) {
            throw new SQLException("column " + column + " of a catalogue query is NULL");
        }
        return text;
    }

    @Nullable String textOrNull(String column) throws SQLException {
        return rows.getString(place(column));
    }

    boolean flag(String column) throws SQLException {
        return rows.getBoolean(place(column));
    }

    int whole(String column) throws SQLException {
        return rows.getInt(place(column));
    }

    double decimal(String column) throws SQLException {
        return rows.getDouble(place(column));
    }

    /// {@return the columns from a place on, by name: an array's elements, or the one value; NULL
    /// and empty arrays left out}
    ///
    /// @param first the place of the first, counted from 1
    SortedMap<String, List<String>> properties(int first) throws SQLException {
        SortedMap<String, List<String>> properties = new TreeMap<>();
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = first; i <= columns.getColumnCount(); i++) {
            List<String> values = values(columns.getColumnType(i), i);
            if (!values.isEmpty()) {
                properties.put(columns.getColumnLabel(i), values);
            }
        }
        return properties;
    }

    private List<String> values(int type, int column) throws SQLException {
        if (type == Types.ARRAY) {
            Array array = rows.getArray(column);
            return array == null ? List.of() : List.of((String[]) array.getArray());
        }
        String value = rows.getString(column);
        return value == null ? List.of() : List.of(value);
    }

    @Nullable Integer wholeOrNull(String column) throws SQLException {
        int value = rows.getInt(place(column));
        return rows.wasNull() ? null : value;
    }

    /// {@return the name in two columns, or null where the second is NULL}
    @Nullable QualifiedName nameOrNull(String schemaColumn, String nameColumn) throws SQLException {
        String name = rows.getString(place(nameColumn));
        return name == null ? null : new QualifiedName(text(schemaColumn), name);
    }

    /// {@return the numbers of an `oidvector` or `int2vector` as text; none where it is NULL}
    List<Long> numbers(String column) throws SQLException {
        String text = rows.getString(place(column));
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        int length = text.length();
        List<Long> numbers = new ArrayList<>(FEW);
        int start = 0;
        while (start < length) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? length : space;
            numbers.add(Long.parseLong(text, start, end, 10));
            start = end + 1;
        }
        return numbers;
    }

    Instant instant(String column) throws SQLException {
        return rows.getObject(place(column), OffsetDateTime.class).toInstant();
    }

    boolean isNull(String column) throws SQLException {
        return rows.getObject(place(column)) == null;
    }

    List<String> texts(String column) throws SQLException {
        return List.of((String[]) array(column).getArray());
    }

    /// {@return the elements; none where the array is NULL}
    List<String> textsIfAny(String column) throws SQLException {
        Array array = rows.getArray(place(column));
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /// {@return whether the query has this column: those that take all columns of a view have
    /// different ones on different servers}
    boolean has(String column) throws SQLException {
        return placeOrNone(column) != 0;
    }

    private int place(String column) throws SQLException {
        int place = placeOrNone(column);
        if (place == 0) {
            throw new SQLException("a catalogue query has no column " + column);
        }
        return place;
    }

    /// {@return the column's place, counted from 1; 0 when the query has none of that name}
    private int placeOrNone(String column) throws SQLException {
        int now = turn++;
        if (now < REMEMBERED && column.equals(asked[now])) {
            return found[now];
        }
        int place = named().getOrDefault(column, 0);
        if (now < REMEMBERED) {
            asked[now] = column;
            found[now] = place;
        }
        return place;
    }

    /// {@return the places by name; of two columns of one name, that of the first}
    private Map<String, Integer> named() throws SQLException {
        if (places.isEmpty()) {
            ResultSetMetaData shape = rows.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                places.putIfAbsent(shape.getColumnLabel(i), i);
            }
        }
        return places;
    }

    /// NULL means that the server keeps no such figure for the object; a column that is not there,
    /// that the server's version has none.
    Reading<Long> count(String column) throws SQLException {
        int place = placeOrNone(column);
        if (place == 0) {
            return unsupported();
        }
        long value = rows.getLong(place);
        return rows.wasNull() ? none() : Reading.measured(value);
    }

    Reading<Integer> width(String column) throws SQLException {
        return count(column).map(Long::intValue);
    }

    Reading<Double> fraction(String column) throws SQLException {
        int place = placeOrNone(column);
        if (place == 0) {
            return unsupported();
        }
        double value = rows.getDouble(place);
        return rows.wasNull() ? none() : Reading.measured(value);
    }

    Reading<String> literal(String column) throws SQLException {
        int place = placeOrNone(column);
        if (place == 0) {
            return unsupported();
        }
        String value = rows.getString(place);
        return value == null ? none() : Reading.measured(value);
    }

    Reading<Instant> time(String column) throws SQLException {
        int place = placeOrNone(column);
        if (place == 0) {
            return unsupported();
        }
        OffsetDateTime value = rows.getObject(place, OffsetDateTime.class);
        return value == null ? none() : Reading.measured(value.toInstant());
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }

    /// {@return the current row as the server writes it, by column, without those that are NULL}
    SortedMap<String, String> values() throws SQLException {
        SortedMap<String, String> values = new TreeMap<>();
        ResultSetMetaData shape = rows.getMetaData();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            String value = rows.getString(i);
            if (value != null) {
                values.put(shape.getColumnLabel(i), value);
            }
        }
        return values;
    }

    private Array array(String column) throws SQLException {
        Array array = rows.getArray(place(column));
        if (array == null) {
            throw new SQLException("column " + column + " of a catalogue query is NULL");
        }
        return array;
    }

    private static <T> Reading<T> unsupported() {
        return Reading.absent(Reading.Reason.UNSUPPORTED_VERSION);
    }

    private static <T> Reading<T> none() {
        return Reading.absent(Reading.Reason.NONE_KEPT);
    }
}
