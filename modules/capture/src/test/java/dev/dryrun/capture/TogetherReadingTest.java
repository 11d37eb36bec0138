package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.SchemaObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Several connections, one snapshot.
final class TogetherReadingTest {

    private static final String BACKENDS =
            "SELECT count(*) FROM pg_stat_activity"
                    + " WHERE application_name LIKE 'dryrun%' AND datname = '%s'";

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void threeConnectionsSeeOneSnapshot(PostgresVersion version) throws Exception {
        PostgresServer server = PostgresServer.shared(version);
        String database = database(server);
        CyclicBarrier all = new CyclicBarrier(3);
        List<CaptureSession.Part<String>> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String made = "made_while_reading_" + i;
            parts.add((session, sink) -> {
                await(all);
                sink.accept("backends " + backends(server, database));
                server.execute(database, "CREATE TABLE " + made + " (id int)");
                await(all);
                session.readRelations(object -> sink.accept(object.about().name().name()));
            });
        }
        List<String> read = new ArrayList<>();
        try (CaptureSession session = open(server, database, "postgres")) {
            assertThat(session.readTogether(parts, read::add)).isEmpty();
        }
        assertThat(read).containsOnly("backends 3", "early");
        assertThat(read).hasSize(6);
        assertNoBackendIsLeft(server, database);
    }

    @Test
    void whatIsReadTogetherIsWhatIsReadAlone() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (id int, e e)");
        Set<SchemaObject> together = new TreeSet<>(byName());
        Set<SchemaObject> alone = new TreeSet<>(byName());
        try (CaptureSession session = open(server, database, "postgres")) {
            session.readTogether(
                    List.<CaptureSession.Part<SchemaObject>>of(
                            (one, sink) -> one.readRelations(sink),
                            (one, sink) -> one.readKinds(sink)),
                    together::add);
        }
        try (CaptureSession session = open(server, database, "postgres")) {
            session.readSchema(alone::add);
        }
        assertThat(together).isEqualTo(alone).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aRoleThatMayConnectOnceCapturesOverOneConnectionAndSaysWhy() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = database(server);
        server.execute(database, "CREATE ROLE once_only LOGIN CONNECTION LIMIT 1");

        assertThat(readTwice(server, database, "once_only").orElseThrow())
                .contains("has no connection left for \"once_only\"");
    }

    @Test
    void aServerThatExportsNoSnapshotIsCapturedOverOneConnection() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V14);
        String database = database(server);
        server.execute(
                database,
                "CREATE ROLE not_exporting LOGIN;"
                        + " REVOKE EXECUTE ON FUNCTION pg_export_snapshot() FROM PUBLIC");

        assertThat(readTwice(server, database, "not_exporting"))
                .contains("the server refused to export a snapshot");
    }

    @Test
    void whenOnePartFailsTheOthersAreEnded() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = database(server);
        CaptureSession.Part<String> endless =
                (session, sink) -> {
                    while (true) {
                        session.readSchema(_ -> sink.accept("again"));
                    }
                };
        try (CaptureSession session = open(server, database, "postgres")) {
            CaptureSession.Part<String> failing =
                    (_, _) -> {
                        throw new IllegalStateException("this part");
                    };
            assertThatThrownBy(
                            () -> session.readTogether(List.of(endless, endless, failing), _ -> {}))
                    .hasMessage("this part");
        }
        assertNoBackendIsLeft(server, database);
    }

    @Test
    void whenTheConsumerFailsAllAreEnded() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = database(server);
        Consumer<String> failing =
                _ -> {
                    throw new IllegalStateException("disk full");
                };
        try (CaptureSession session = open(server, database, "postgres")) {
            CaptureSession.Part<String> part =
                    (one, sink) -> one.readSchema(_ -> sink.accept("one"));
            assertThatThrownBy(() -> session.readTogether(List.of(part, part, part), failing))
                    .hasMessage("disk full");
        }
        assertNoBackendIsLeft(server, database);
    }

    private static Optional<String> readTwice(PostgresServer server, String database, String role) {
        List<String> read = new ArrayList<>();
        CaptureSession.Part<String> part =
                (session, sink) ->
                        session.readRelations(object -> sink.accept(object.about().name().name()));
        try (CaptureSession session = open(server, database, role)) {
            Optional<String> alone = session.readTogether(List.of(part, part), read::add);
            assertThat(read).containsExactly("early", "early");
            return alone;
        }
    }

    private static String database(PostgresServer server) {
        String database = server.freshDatabase();
        server.execute(
                database, "DROP SCHEMA public; CREATE SCHEMA s; CREATE TABLE s.early (id int)");
        server.execute(database, "ALTER DATABASE " + database + " SET search_path = s");
        return database;
    }

    private static CaptureSession open(PostgresServer server, String database, String role) {
        return CaptureSession.open(
                ConnectionUri.parse(server.url(database, role), Map.of()),
                new SessionGuards(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        true));
    }

    private static String backends(PostgresServer server, String database) {
        return String.valueOf(
                server.query(database, BACKENDS.replace("%s", database)).getFirst().getFirst());
    }

    private static void assertNoBackendIsLeft(PostgresServer server, String database) {
        for (int i = 0; i < 100 && !backends(server, database).equals("0"); i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(backends(server, database)).isEqualTo("0");
    }

    private static void await(CyclicBarrier all) {
        try {
            all.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Comparator<SchemaObject> byName() {
        return Comparator.comparing(object -> object.about().toString());
    }
}
