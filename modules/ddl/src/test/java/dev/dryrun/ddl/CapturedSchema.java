package dev.dryrun.ddl;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.HashTree;
import dev.dryrun.json.Json;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.testkit.PostgresServer;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Every definition of a database, as a superuser sees it.
///
/// @param major the server's version
/// @param objects the definitions
record CapturedSchema(int major, SortedMap<ObjectRef, SchemaObject> objects) {

    private static final SessionGuards PRIVILEGED =
            new SessionGuards(
                    SessionGuards.DEFAULT.statementTimeout(),
                    SessionGuards.DEFAULT.lockTimeout(),
                    SessionGuards.DEFAULT.idleInTransactionTimeout(),
                    true);

    static CapturedSchema of(PostgresServer server, String database) {
        SortedMap<ObjectRef, SchemaObject> objects = new TreeMap<>();
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, "postgres"), Map.of()),
                        PRIVILEGED)) {
            session.readSchema(object -> objects.put(object.about(), object));
            return new CapturedSchema(session.server().major(), objects);
        }
    }

    DdlScript script() {
        DdlScript script = new DdlScript(major);
        objects.values().forEach(script::add);
        return script;
    }

    /// {@return the hash that names the whole, as a snapshot has it}
    ContentHash root() {
        Map<ObjectRef, ContentHash> hashes = new TreeMap<>();
        objects.forEach(
                (ref, object) -> hashes.put(ref, ContentHash.of(DocumentJson.toJson(object))));
        return HashTree.of("schema", hashes).root();
    }

    /// {@return what the other has differently, with both sides; empty when they are equal}
    String differences(CapturedSchema other) {
        SortedSet<ObjectRef> all = new TreeSet<>(objects.keySet());
        all.addAll(other.objects.keySet());
        StringBuilder text = new StringBuilder();
        for (ObjectRef ref : all) {
            String here = json(objects.get(ref));
            String there = json(other.objects.get(ref));
            if (!here.equals(there)) {
                text.append(ref.kind().word()).append(' ').append(ref.name()).append('\n');
                int same = 0;
                while (same < Math.min(here.length(), there.length())
                        && here.charAt(same) == there.charAt(same)) {
                    same++;
                }
                text.append("  captured: ").append(around(here, same)).append('\n');
                text.append("  made:     ").append(around(there, same)).append('\n');
            }
        }
        return text.toString();
    }

    private static String json(@Nullable SchemaObject object) {
        return object == null ? "(none)" : Json.compact(DocumentJson.toJson(object));
    }

    private static String around(String text, int place) {
        int before = 80;
        int after = 200;
        return "…"
                + text.substring(
                        Math.max(0, place - before), Math.min(text.length(), place + after));
    }
}
