package dev.dryrun.diff;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.testkit.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A schema as a capture reads it, in memory.
///
/// @param server where
/// @param documents by what they are about
/// @param identities what the server knows them by
record LiveSchema(
        ServerInfo server, Map<ObjectRef, Document> documents, List<ObjectIdentities> identities) {

    private static final SessionGuards GUARDS =
            new SessionGuards(
                    Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(30), true);

    static LiveSchema read(PostgresServer server, String database) {
        Map<ObjectRef, Document> documents = new HashMap<>();
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, "postgres"), Map.of()), GUARDS)) {
            session.readSchema(object -> documents.put(object.about(), object));
            List<ObjectIdentities> identities = new ArrayList<>();
            session.readIdentities(identities::add);
            return new LiveSchema(session.server(), documents, identities);
        }
    }

    /// {@return the hash that a snapshot of it would have}
    String hash() {
        return SchemaDiff.hash(List.copyOf(documents.values()));
    }
}
