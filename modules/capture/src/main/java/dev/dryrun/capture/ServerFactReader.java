package dev.dryrun.capture;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.ServerFact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads roles, tablespaces and settings, and says of which kinds nothing could be read.
///
/// @param connection in a transaction
record ServerFactReader(Connection connection) {

    private static final int FIRST_PROPERTY = 2;

    private static final Map<ObjectKind, String> RESOURCES =
            Map.of(
                    ObjectKind.ROLE, "roles",
                    ObjectKind.TABLESPACE, "tablespaces",
                    ObjectKind.SETTING, "settings");

    /// Reads them.
    ///
    /// @param absent kinds of the schema that could not be read
    /// @param consumer takes one fact at a time
    void read(Map<ObjectKind, Reason> absent, Consumer<? super ServerFact> consumer)
            throws SQLException {
        Map<ObjectKind, Reason> missing = new TreeMap<>(absent);
        Savepoints savepoints = new Savepoints(connection);
        for (Map.Entry<ObjectKind, String> entry : RESOURCES.entrySet()) {
            ObjectKind kind = entry.getKey();
            switch (savepoints.read(() -> facts(kind, entry.getValue()))) {
                case Reading.Measured<List<ServerFact>>(List<ServerFact> found) ->
                        found.forEach(consumer);
                case Reading.Estimated<List<ServerFact>>(List<ServerFact> found) ->
                        found.forEach(consumer);
                case Reading.Absent<List<ServerFact>>(Reason reason) -> missing.put(kind, reason);
            }
        }
        missing.forEach((kind, reason) -> consumer.accept(absent(kind, reason)));
    }

    private List<ServerFact> facts(ObjectKind kind, String resource) throws SQLException {
        List<ServerFact> facts = new ArrayList<>();
        try (Rows rows = new CatalogQuery(resource).run(connection)) {
            while (rows.next()) {
                facts.add(new ServerFact(kind, rows.text("name"), rows.properties(FIRST_PROPERTY)));
            }
        }
        return facts;
    }

    private static ServerFact absent(ObjectKind kind, Reason reason) {
        return new ServerFact(kind, "*", new TreeMap<>(Map.of("absent", List.of(reason.word()))));
    }
}
