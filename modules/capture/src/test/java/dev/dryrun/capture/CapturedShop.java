package dev.dryrun.capture;

import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.testkit.DemoServer;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The demo database, read by the read-only role.
///
/// @param server who answered
/// @param schema the definitions
/// @param planner the statistics
/// @param activity the counters
record CapturedShop(
        ServerInfo server,
        Map<ObjectRef, SchemaObject> schema,
        Map<ObjectRef, Document> planner,
        Map<ObjectRef, TableActivity> activity) {

    static CapturedShop of(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = "shop_of_capture";
        if (server.query("postgres", "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")
                .isEmpty()) {
            DemoServer.fill(server, database);
            server.execute(database, roleScript());
            server.execute(database, "CREATE TABLE warehouse.no_index (note text)");
        }
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, "dryrun_reader"), Map.of()),
                        SessionGuards.DEFAULT)) {
            CapturedShop shop =
                    new CapturedShop(
                            session.server(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            session.readSchema(object -> put(shop.schema, object));
            session.readPlanner(statistics -> put(shop.planner, statistics));
            session.readActivity(counters -> put(shop.activity, counters));
            return shop;
        }
    }

    Table table(String schemaName, String name) {
        return object(ObjectKind.TABLE, schemaName, name, Table.class);
    }

    <T extends SchemaObject> T object(
            ObjectKind kind, String schemaName, String name, Class<T> type) {
        return type.cast(there(schema.get(ref(kind, schemaName, name))));
    }

    TableStatistics statistics(String schemaName, String name) {
        return (TableStatistics) there(planner.get(ref(ObjectKind.TABLE, schemaName, name)));
    }

    TableActivity counters(String schemaName, String name) {
        return there(activity.get(ref(ObjectKind.TABLE, schemaName, name)));
    }

    private static <T> T there(@Nullable T captured) {
        if (captured == null) {
            throw new AssertionError("it was not captured");
        }
        return captured;
    }

    static ObjectRef ref(ObjectKind kind, String schemaName, String name) {
        return new ObjectRef(kind, new QualifiedName(schemaName, name));
    }

    static String roleScript() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("dryrun.root"), "dryrun-readonly-role.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends Document> void put(Map<ObjectRef, T> documents, T document) {
        if (documents.put(document.about(), document) != null) {
            throw new IllegalStateException(document.about() + " came twice");
        }
    }
}
