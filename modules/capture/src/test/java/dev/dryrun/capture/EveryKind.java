package dev.dryrun.capture;

import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.Json;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerFact;
import dev.dryrun.testkit.EveryObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The database that holds one object of every kind, read by the read-only role.
///
/// @param schema the definitions
/// @param planner the statistics, and the facts of the server
record EveryKind(Map<ObjectRef, SchemaObject> schema, Map<ObjectRef, Document> planner) {

    static final String DATABASE = "every_of_capture";

    static PostgresServer server(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String there = "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'";
        if (server.query("postgres", there).isEmpty()) {
            EveryObject.create(server, DATABASE);
            server.execute(DATABASE, CapturedShop.roleScript());
        }
        return server;
    }

    static EveryKind of(PostgresVersion version) {
        return of(server(version), DATABASE);
    }

    static EveryKind of(PostgresServer server, String database) {
        try (CaptureSession session = session(server, database, "dryrun_reader")) {
            return of(session);
        }
    }

    static EveryKind of(CaptureSession session) {
        EveryKind every = new EveryKind(new TreeMap<>(), new TreeMap<>());
        session.readSchema(collector(every.schema));
        session.readPlanner(collector(every.planner));
        session.readServerFacts(collector(every.planner));
        return every;
    }

    static CaptureSession session(PostgresServer server, String database, String role) {
        return CaptureSession.open(
                ConnectionUri.parse(server.url(database, role), Map.of()), SessionGuards.DEFAULT);
    }

    <T extends Document> T object(ObjectKind kind, String schemaName, String name, Class<T> type) {
        return type.cast(there(schema, kind, schemaName, name));
    }

    ServerFact fact(ObjectKind kind, String name) {
        return (ServerFact) there(planner, kind, "", name);
    }

    /// {@return the objects that the filter takes as JSON, one a line, in the order of their names}
    String lines(Predicate<SchemaObject> filter) {
        return schema.values().stream()
                .filter(filter)
                .map(object -> Json.compact(DocumentJson.toJson(object)) + "\n")
                .collect(Collectors.joining());
    }

    private static Document there(
            Map<ObjectRef, ? extends Document> documents,
            ObjectKind kind,
            String schemaName,
            String name) {
        @Nullable Document document =
                documents.get(new ObjectRef(kind, new QualifiedName(schemaName, name)));
        if (document == null) {
            throw new AssertionError(
                    name
                            + " is not among "
                            + documents.keySet().stream()
                                    .filter(ref -> ref.kind() == kind)
                                    .toList());
        }
        return document;
    }

    private static <T extends Document> Consumer<T> collector(Map<ObjectRef, T> documents) {
        return document -> {
            if (documents.put(document.about(), document) != null) {
                throw new IllegalStateException(document.about() + " came twice");
            }
        };
    }
}
