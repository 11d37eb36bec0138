package dev.dryrun.capture;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a query, one after the other, each value as the type it must have.
final class Rows implements AutoCloseable {

    private final PreparedStatement statement;
    private final ResultSet rows;

    Rows(PreparedStatement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    long oid() throws SQLException {
        return oid("oid");
    }

    /// {@return the oid, or 0 where it is NULL}
    long oid(String column) throws SQLException {
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

    long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    @Nullable Integer wholeOrNull(String column) throws SQLException {
        int value = rows.getInt(column);
        return rows.wasNull() ? null : value;
    }

    /// {@return the name in two columns, or null where the second is NULL}
    @Nullable QualifiedName nameOrNull(String schemaColumn, String nameColumn) throws SQLException {
        String name = rows.getString(nameColumn);
        return name == null ? null : new QualifiedName(text(schemaColumn), name);
    }

    /// {@return the numbers of an `oidvector` or `int2vector` as text; none where it is NULL}
    List<Long> numbers(String column) throws SQLException {
        String text = rows.getString(column);
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = new ArrayList<>();
        for (String number : text.split(" ", -1)) {
            numbers.add(Long.parseLong(number));
        }
        return numbers;
    }

    Instant instant(String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    boolean isNull(String column) throws SQLException {
        return rows.getObject(column) == null;
    }

    List<String> texts(String column) throws SQLException {
        return List.of((String[]) array(column).getArray());
    }

    /// {@return the elements; none where the array is NULL}
    List<String> textsIfAny(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /// NULL means that the server keeps no such figure for the object.
    Reading<Long> count(String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? none() : Reading.measured(value);
    }

    Reading<Integer> width(String column) throws SQLException {
        return count(column).map(Long::intValue);
    }

    Reading<Double> fraction(String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? none() : Reading.measured(value);
    }

    Reading<String> literal(String column) throws SQLException {
        String value = rows.getString(column);
        return value == null ? none() : Reading.measured(value);
    }

    Reading<Instant> time(String column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? none() : Reading.measured(value.toInstant());
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }

    private Array array(String column) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            throw new SQLException("column " + column + " of a catalogue query is NULL");
        }
        return array;
    }

    private static <T> Reading<T> none() {
        return Reading.absent(Reading.Reason.NONE_KEPT);
    }
}
