package dev.dryrun.capture;

import dev.dryrun.model.Reading;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rows of a query, one after the other, each value as the type it must have.
final class Rows implements AutoCloseable {

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Set<String> columns = new HashSet<>();

    Rows(PreparedStatement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    long oid() throws SQLException {
        return rows.getLong("oid");
    }

    long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    String text(String column) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            throw new SQLException("column " + column + " of a catalogue query is NULL");
        }
        return text;
    }

    @Nullable String textOrNull(String column) throws SQLException {
        return rows.getString(column);
    }

    boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    int whole(String column) throws SQLException {
        return rows.getInt(column);
    }

    double decimal(String column) throws SQLException {
        return rows.getDouble(column);
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

    Instant instant(String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    List<String> texts(String column) throws SQLException {
        return List.of((String[]) array(column).getArray());
    }

    List<Boolean> flags(String column) throws SQLException {
        return Arrays.asList((Boolean[]) array(column).getArray());
    }

    /// {@return whether the query has this column: those that take all columns of a view have
    /// different ones on different servers}
    boolean has(String column) throws SQLException {
        if (columns.isEmpty()) {
            ResultSetMetaData shape = rows.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                columns.add(shape.getColumnLabel(i));
            }
        }
        return columns.contains(column);
    }

    /// NULL means that the server keeps no such figure for the object; a column that is not there,
    /// that the server's version has none.
    Reading<Long> count(String column) throws SQLException {
        if (!has(column)) {
            return unsupported();
        }
        long value = rows.getLong(column);
        return rows.wasNull() ? none() : Reading.measured(value);
    }

    Reading<Integer> width(String column) throws SQLException {
        return count(column).map(Long::intValue);
    }

    Reading<Double> fraction(String column) throws SQLException {
        if (!has(column)) {
            return unsupported();
        }
        double value = rows.getDouble(column);
        return rows.wasNull() ? none() : Reading.measured(value);
    }

    Reading<String> literal(String column) throws SQLException {
        if (!has(column)) {
            return unsupported();
        }
        String value = rows.getString(column);
        return value == null ? none() : Reading.measured(value);
    }

    Reading<Instant> time(String column) throws SQLException {
        if (!has(column)) {
            return unsupported();
        }
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
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
        Array array = rows.getArray(column);
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
