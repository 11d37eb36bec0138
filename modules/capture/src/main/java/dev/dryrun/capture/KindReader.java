package dev.dryrun.capture;

import dev.dryrun.model.Definition;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads every kind of object that is not a relation: types, functions, and all that is a list of
/// parameters. What cannot be read does not keep the rest from being read.
///
/// @param connection in a transaction, with an empty `search_path`
record KindReader(Connection connection) {

    /// {@return the kinds of which nothing could be read, and why}
    ///
    /// @param consumer takes one object at a time
    Map<ObjectKind, Reason> read(Consumer<? super SchemaObject> consumer) throws SQLException {
        new EnumReader(connection).read(consumer);
        new TypeReader(connection).read(consumer);
        new FunctionReader(connection, parsedBodies()).read(consumer);
        Map<ObjectKind, Reason> absent = new TreeMap<>();
        Savepoints savepoints = new Savepoints(connection);
        for (DefinitionReader reader : DefinitionReader.all()) {
            switch (savepoints.read(() -> reader.read(connection))) {
                case Reading.Measured<List<Definition>>(List<Definition> found) ->
                        found.forEach(consumer);
                case Reading.Estimated<List<Definition>>(List<Definition> found) ->
                        found.forEach(consumer);
                case Reading.Absent<List<Definition>>(Reason reason) ->
                        absent.put(reader.kind(), reason);
            }
        }
        return absent;
    }

    /// Somebody may lock a table between the query's look at the locks and its own: then the second
    /// look sees it.
    private Map<Long, String> parsedBodies() throws SQLException {
        Savepoints savepoints = new Savepoints(connection);
        for (int attempt = 1; attempt <= 2; attempt++) {
            Reading<Map<Long, String>> bodies =
                    savepoints.read(() -> FunctionReader.parsedBodies(connection));
            if (bodies instanceof Reading.Measured<Map<Long, String>>(Map<Long, String> found)) {
                return found;
            }
        }
        return Map.of();
    }
}
