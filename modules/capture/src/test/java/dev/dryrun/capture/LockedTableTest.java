package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Column;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.Index;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a table that somebody holds ACCESS EXCLUSIVE costs, and what a capture holds itself.
final class LockedTableTest {

    private static final Reading<String> LOCKED = Reading.absent(Reason.LOCKED);

    private static final String SCRIPT =
            """
            CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TABLE held (id int PRIMARY KEY, n int DEFAULT 7, t text,
                               g int GENERATED ALWAYS AS (n + 1) STORED,
                               CONSTRAINT positive CHECK (n > 0),
                               EXCLUDE USING btree (n WITH =));
            CREATE INDEX plain ON held (n, t DESC);
            CREATE INDEX expression ON held (lower(t)) WHERE n > 0;
            CREATE STATISTICS s ON (n + 1), (n + 2) FROM held;
            CREATE POLICY p ON held USING (n > 0);
            CREATE TRIGGER tr AFTER INSERT ON held EXECUTE FUNCTION g();
            CREATE RULE r AS ON DELETE TO held DO INSTEAD NOTHING;
            CREATE TABLE free (id int PRIMARY KEY DEFAULT 3, t text, CHECK (id > 0));
            CREATE INDEX free_expression ON free (lower(t));
            CREATE POLICY p ON free USING (EXISTS (SELECT FROM held));
            CREATE VIEW on_held AS SELECT id FROM held;
            CREATE VIEW on_view AS SELECT id FROM on_held;
            CREATE VIEW on_free AS SELECT id FROM free;
            CREATE TABLE parts (n int) PARTITION BY LIST (n);
            CREATE TABLE part PARTITION OF parts FOR VALUES IN (1);
            """;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void aTableLockedBeforeLosesOnlyWhatMustBeDeparsed(PostgresVersion version)
            throws SQLException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, SCRIPT);
        try (Connection other = server.connect(database, "postgres", null);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE held, part IN ACCESS EXCLUSIVE MODE");

            Captured captured = Captured.of(server, database);

            checkHeld(captured.object(ObjectKind.TABLE, "held", Table.class));
            checkOthers(captured);
            Table part = captured.object(ObjectKind.TABLE, "part", Table.class);
            assertThat(part.isPartition()).isTrue();
            assertThat(part.partitionOf()).isNotNull();
        }
        Captured after = Captured.of(server, database);
        assertThat(after.schema().toString()).doesNotContain("LOCKED");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void aGenerationExpressionOverNoColumnNeedsNoLock(PostgresVersion version) throws SQLException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TABLE held (g int GENERATED ALWAYS AS (1 + 1) STORED)");
        try (Connection other = server.connect(database, "postgres", null);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE held IN ACCESS EXCLUSIVE MODE");

            Table held =
                    Captured.of(server, database).object(ObjectKind.TABLE, "held", Table.class);

            assertThat(held.column("g").orElseThrow().generated())
                    .isEqualTo(new Column.Generated(Reading.measured("(1 + 1)"), true));
        }
    }

    private static void checkHeld(Table held) {
        assertThat(held.columns()).extracting(Column::name).containsExactly("id", "n", "t", "g");
        assertThat(held.column("n").orElseThrow().defaultExpression())
                .as("a default is deparsed without its table")
                .isEqualTo(Reading.measured("7"));
        assertThat(held.column("t").orElseThrow().defaultExpression())
                .isEqualTo(Reading.absent(Reason.NONE_KEPT));
        assertThat(held.column("g").orElseThrow().generated())
                .isEqualTo(new Column.Generated(LOCKED, true));
        assertThat(held.primaryKey().orElseThrow().columns()).containsExactly("id");
        assertThat(held.constraints())
                .filteredOn(c ->
                        c.kind() == ConstraintKind.CHECK || c.kind() == ConstraintKind.EXCLUSION)
                .hasSize(2)
                .extracting(Constraint::expression)
                .containsOnly(LOCKED);
        Index plain = index(held, "plain");
        assertThat(plain.keys()).extracting(Index.Key::column).containsExactly("n", "t");
        assertThat(plain.keys()).extracting(Index.Key::descending).containsExactly(false, true);
        assertThat(plain.predicate()).isEqualTo(Reading.absent(Reason.NONE_KEPT));
        Index expression = index(held, "expression");
        assertThat(expression.predicate()).isEqualTo(LOCKED);
        assertThat(expression.keys().getFirst().expression()).isEqualTo(LOCKED);
        assertThat(held.statistics().getFirst().expressions())
                .isEqualTo(Reading.absent(Reason.LOCKED));
        assertThat(held.rowSecurity().policies().getFirst().using()).isEqualTo(LOCKED);
        assertThat(held.triggers().getFirst().definition()).isEqualTo(LOCKED);
        assertThat(held.rules().getFirst().definition()).isEqualTo(LOCKED);
    }

    private static void checkOthers(Captured captured) {
        Table free = captured.object(ObjectKind.TABLE, "free", Table.class);
        assertThat(free.column("id").orElseThrow().defaultExpression())
                .isEqualTo(Reading.measured("3"));
        assertThat(index(free, "free_expression").keys().getFirst().text()).isEqualTo("lower(t)");
        assertThat(free.rowSecurity().policies().getFirst().using())
                .as("it reads the locked table")
                .isEqualTo(LOCKED);
        assertThat(captured.object(ObjectKind.VIEW, "on_held", View.class).definition())
                .isEqualTo(LOCKED);
        assertThat(captured.object(ObjectKind.VIEW, "on_view", View.class).definition().known())
                .isPresent();
        assertThat(captured.object(ObjectKind.VIEW, "on_free", View.class).definition().known())
                .isPresent();
        Table parts = captured.object(ObjectKind.TABLE, "parts", Table.class);
        assertThat(parts.partitioning()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void aTableLockedMeanwhileIsWaitedForOnceAndLeftOut(PostgresVersion version)
            throws SQLException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, SCRIPT);
        try (Connection capturing = server.connect(database, "postgres", null);
                Connection other = server.connect(database, "postgres", null);
                Statement begin = capturing.createStatement();
                Statement lock = other.createStatement()) {
            capturing.setAutoCommit(false);
            other.setAutoCommit(false);
            begin.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            begin.execute("SET LOCAL search_path = pg_catalog");
            begin.execute("SET LOCAL lock_timeout = 300");
            Deparser deparser = new Deparser(capturing);
            lock.execute("LOCK TABLE held IN ACCESS EXCLUSIVE MODE");

            Deparsed<String> expressions = deparser.texts("column_expressions");

            assertThat(expressions.byOid()).containsValues("3", "7").hasSize(2);
            assertThat(deparser.texts("index_predicates").byOid()).isEmpty();
        }
    }

    /// The consumer runs while the capture streams, after everything was deparsed.
    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void aCaptureHoldsNoLockOnWhatUsersMade(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, SCRIPT);
        List<String> held = new ArrayList<>();
        List<SchemaObject> seen = new ArrayList<>();
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, "postgres"), Map.of()),
                        Captured.PRIVILEGED)) {
            session.readSchema(object -> {
                seen.add(object);
                held.addAll(locks(server, database));
            });
            server.execute(database, "SET lock_timeout = '1s'; ALTER TABLE free ADD COLUMN x int");
        }
        assertThat(seen).hasSizeGreaterThan(5);
        assertThat(held).isEmpty();
    }

    /// Somebody else watches while queries deparse: what they lock, they lock weakly.
    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void deparsingTakesNothingButAccessShare(PostgresVersion version) throws Exception {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, SCRIPT);
        List<String> modes = new ArrayList<>();
        try (ExecutorService watcher = Executors.newSingleThreadExecutor();
                Connection watching = server.connect(database, "postgres", null);
                Statement watch = watching.createStatement()) {
            Future<?> done =
                    watcher.submit(() -> {
                        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
                        while (System.nanoTime() < end) {
                            Captured.of(server, database);
                        }
                    });
            while (!done.isDone()) {
                try (ResultSet rows =
                        watch.executeQuery(
                                """
                                SELECT DISTINCT l.mode FROM pg_locks l
                                JOIN pg_stat_activity a USING (pid)
                                WHERE a.application_name LIKE 'dryrun%' AND l.relation >= 16384
                                  AND a.datname = current_database()
                                """)) {
                    while (rows.next()) {
                        modes.add(rows.getString(1));
                    }
                }
            }
            done.get();
        }
        assertThat(modes).isNotEmpty().containsOnly("AccessShareLock");
    }

    private static List<String> locks(PostgresServer server, String database) {
        return server
                .query(
                        database,
                        """
                        SELECT l.relation::regclass || ' ' || l.mode FROM pg_locks l
                        JOIN pg_stat_activity a USING (pid)
                        WHERE a.application_name LIKE 'dryrun%' AND a.datname = current_database()
                          AND l.relation >= 16384
                        """)
                .stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    private static Index index(Table table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
