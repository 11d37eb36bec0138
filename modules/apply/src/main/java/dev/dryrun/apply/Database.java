package dev.dryrun.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one connection, and the statements that are run over it. Each is prepared once.
///
/// Parameters are sent without a type, so every question mark of a statement is cast.
final class Database implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Database(Connection connection) {
        this.connection = connection;
    }

    /// Makes something of a row.
    ///
    /// @param <T> what
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Something that may be taken back as a whole.
    interface Attempt {
        void run() throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (ResultSet row = bound(sql, parameters).executeQuery()) {
            List<T> list = new ArrayList<>();
            while (row.next()) {
                list.add(mapper.of(row));
            }
            return list;
        }
    }

    <T> Optional<T> first(String sql, Row<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        return list(sql, mapper, parameters).stream().findFirst();
    }

    /// {@return the one value of a query that has one row}
    <T> T one(String sql, Row<T> mapper, @Nullable Object... parameters) throws SQLException {
        return first(sql, mapper, parameters)
                .orElseThrow(() -> new SQLException("a query that has one row has none"));
    }

    /// {@return how many rows a statement changed}
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /// Asks one of the functions that answer bad input with a warning and `false`.
    ///
    /// @throws SQLException when it warned or answered anything but true
    void demandTrue(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = bound(sql, parameters);
        statement.clearWarnings();
        try (ResultSet row = statement.executeQuery()) {
            boolean done = row.next() && row.getBoolean(1);
            SQLWarning warning = statement.getWarnings();
            if (!done || warning != null) {
                throw new SQLException(
                        "the server did not take the statistics: "
                                + (warning == null ? "it said no" : warning.getMessage()));
            }
        }
    }

    /// Runs statements that have no parameters.
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Runs something and takes it back, whether it succeeds or not.
    void thenRollBack(Attempt attempt) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            attempt.run();
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }

    /// Runs something; when it fails, everything since is taken back and the failure is the result.
    Optional<SQLException> attempt(Attempt attempt) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            attempt.run();
            connection.releaseSavepoint(before);
            return Optional.empty();
        } catch (SQLException e) {
            connection.rollback(before);
            connection.releaseSavepoint(before);
            return Optional.of(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter == null) {
                statement.setNull(i + 1, Types.OTHER);
            } else {
                statement.setObject(i + 1, parameter.toString(), Types.OTHER);
            }
        }
        return statement;
    }
}
