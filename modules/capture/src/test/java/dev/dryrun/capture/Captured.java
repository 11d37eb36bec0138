package dev.dryrun.capture;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.Map;
import java.util.TreeMap;

/// The definitions of a fresh database that a script filled, read by its superuser.
///
/// @param server where it is
/// @param database its name
/// @param schema the definitions
record Captured(PostgresServer server, String database, Map<ObjectRef, SchemaObject> schema) {

    /// A superuser's session, which the guards refuse unless told otherwise.
    static final SessionGuards PRIVILEGED =
            new SessionGuards(
                    SessionGuards.DEFAULT.statementTimeout(),
                    SessionGuards.DEFAULT.lockTimeout(),
                    SessionGuards.DEFAULT.idleInTransactionTimeout(),
                    true);

    static Captured of(PostgresVersion version, String script) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, script);
        return of(server, database);
    }

    static Captured of(PostgresServer server, String database) {
        Map<ObjectRef, SchemaObject> schema = new TreeMap<>();
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, "postgres"), Map.of()),
                        PRIVILEGED)) {
            session.readSchema(object -> {
                if (schema.put(object.about(), object) != null) {
                    throw new IllegalStateException(object.about() + " came twice");
                }
            });
        }
        return new Captured(server, database, schema);
    }

    /// {@return the object of this kind in schema `public`}
    <T extends SchemaObject> T object(ObjectKind kind, String name, Class<T> type) {
        SchemaObject object = schema.get(CapturedShop.ref(kind, "public", name));
        if (object == null) {
            throw new AssertionError(name + " is not among " + schema.keySet());
        }
        return type.cast(object);
    }
}
