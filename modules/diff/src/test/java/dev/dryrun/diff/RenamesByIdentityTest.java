package dev.dryrun.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the server knows an object by decides whether it is the same one.
final class RenamesByIdentityTest {

    private static final SnapshotKey KEY = new SnapshotKey("shop", "shop");

    private static final String BEFORE =
            """
            CREATE TABLE wide (a integer, b text, c date, d numeric, e bytea, f uuid, g json);
            CREATE TABLE gone (id bigint PRIMARY KEY, note text, at timestamptz);
            CREATE TABLE shed (x integer, was integer, y integer, z integer, w text, v text);
            ALTER TABLE shed DROP COLUMN x;
            CREATE TABLE kept (id integer, name text, last text);
            CREATE INDEX kept_name ON kept (name);
            CREATE VIEW shown AS SELECT 1 AS one, 'a'::text AS two;
            CREATE FUNCTION first(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
            CREATE TYPE mood AS ENUM ('good', 'bad');
            CREATE SEQUENCE counter;
            CREATE SCHEMA old;
            CREATE TABLE old.inside (a integer);
            """;

    @TempDir private Path folder;

    @Test
    void whatIsHardlyAlikeIsTheSameWhereTheServerSaysSo() {
        assertThat(
                        changes(
                                PostgresVersion.V14,
                                "ALTER TABLE wide RENAME TO narrow",
                                "ALTER TABLE narrow DROP a, DROP b, DROP c, DROP d, DROP e, DROP f",
                                "ALTER VIEW shown RENAME TO seen",
                                "CREATE OR REPLACE VIEW seen AS"
                                        + " SELECT 2 AS one, 'b'::text AS two, now() AS three",
                                "ALTER FUNCTION first(integer) RENAME TO second",
                                "ALTER SEQUENCE counter RENAME TO meter"))
                .contains(
                        "~ table public.wide -> public.narrow",
                        "~ table public.narrow: column a removed [integer] -> [-]",
                        "~ view public.shown -> public.seen",
                        "~ function public.first(integer) -> public.second(integer)",
                        "~ sequence public.counter -> public.meter")
                .noneMatch(line -> line.startsWith("+ ") || line.startsWith("- "));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void whatWasMadeAgainAlikeIsAnother(PostgresVersion version) {
        assertThat(
                        changes(
                                version,
                                "DROP TABLE gone",
                                "CREATE TABLE come"
                                        + " (id bigint PRIMARY KEY, note text, at timestamptz)",
                                "DROP TYPE mood",
                                "CREATE TYPE temper AS ENUM ('good', 'bad')",
                                "DROP INDEX kept_name",
                                "CREATE INDEX kept_by_name ON kept (name)",
                                "ALTER TABLE kept DROP last",
                                "ALTER TABLE kept ADD newest text"))
                .containsExactlyInAnyOrder(
                        "- table public.gone",
                        "+ table public.come",
                        "- enum public.mood",
                        "+ enum public.temper",
                        "~ table public.kept: index kept_name removed [btree (name)] -> [-]",
                        "~ table public.kept: index kept_by_name added [-] -> [btree (name)]",
                        "~ table public.kept: column last removed [text] -> [-]",
                        "~ table public.kept: column newest added [-] -> [text]");
    }

    @Test
    void partsAreTheSameWhateverElseOfThemChanged() {
        assertThat(
                        changes(
                                PostgresVersion.V18,
                                "ALTER INDEX kept_name RENAME TO kept_names",
                                "ALTER INDEX kept_names SET (fillfactor = 60)",
                                "ALTER TABLE shed RENAME y TO yy",
                                "ALTER TABLE shed ALTER yy TYPE text, DROP was",
                                "ALTER TABLE shed RENAME z TO zz",
                                "ALTER TABLE shed ALTER zz TYPE bigint"))
                .contains(
                        "~ table public.kept: index kept_names renamed [kept_name] -> [kept_names]",
                        "~ table public.shed: column yy renamed [y] -> [yy]",
                        "~ table public.shed: column yy type changed [integer] -> [text]",
                        "~ table public.shed: column zz renamed [z] -> [zz]",
                        "~ table public.shed: column was removed [integer] -> [-]")
                .noneMatch(line -> line.matches(".* (column|index) \\w+ added .*"));
    }

    @Test
    void namesThatChangedHandsStayWhereTheyAre() {
        assertThat(
                        changes(
                                PostgresVersion.V18,
                                "CREATE TABLE kept_new (LIKE kept); ALTER TABLE kept_new ADD x int",
                                "ALTER TABLE kept RENAME TO kept_old",
                                "ALTER TABLE kept_new RENAME TO kept"))
                .contains(
                        "+ table public.kept_old",
                        "~ table public.kept: column x added [-] -> [integer]")
                .noneMatch(line -> line.contains("->") && line.startsWith("~ table public.kept_"));
    }

    @Test
    void whatIsInARenamedSchemaMovedWithIt() {
        assertThat(
                        changes(
                                PostgresVersion.V18,
                                "ALTER SCHEMA old RENAME TO new",
                                "ALTER TABLE new.inside RENAME TO within",
                                "ALTER TABLE new.within DROP a, ADD b text"))
                .contains("~ schema old -> new", "~ table old.inside -> new.within")
                .noneMatch(line -> line.startsWith("+ ") || line.startsWith("- "));
    }

    @Test
    void anotherServersNumbersSayNothing() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(database, BEFORE);
        LiveSchema before = LiveSchema.read(server, database);
        server.execute(
                database,
                "DROP TABLE gone;"
                        + " CREATE TABLE come (id bigint PRIMARY KEY, note text, at timestamptz)");
        LiveSchema after = LiveSchema.read(server, database);
        ServerInfo own = after.server();
        ServerInfo other =
                new ServerInfo(
                        own.versionNum(),
                        own.version(),
                        own.database(),
                        Reading.measured("7000000000000000000"),
                        false);
        List<ObjectIdentities> restored =
                after.identities().stream()
                        .map(one ->
                                new ObjectIdentities(
                                        one.range(), one.timeline() + 1, one.objects()))
                        .toList();
        try (HistoryFile file = HistoryFile.openForWriting(folder.resolve("history.db"))) {
            SnapshotReader one = file.read(stored(file, before, 1).getLast());
            assertThat(lines(before, after, SameObjects.between(one, own, after.identities())))
                    .containsExactlyInAnyOrder("- table public.gone", "+ table public.come");
            for (SameObjects unknown :
                    List.of(
                            SameObjects.between(one, other, after.identities()),
                            SameObjects.between(one, own, restored),
                            SameObjects.between(one, own, List.of()))) {
                assertThat(lines(before, after, unknown))
                        .first()
                        .isEqualTo("~ table public.gone -> public.come");
            }
        } finally {
            server.execute("postgres", "DROP DATABASE " + database);
        }
    }

    @Test
    void anUnchangedDatabaseHasTheSameIdentities() {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(database, BEFORE);
        List<ObjectIdentities> before = LiveSchema.read(server, database).identities();
        server.execute(database, "VACUUM ANALYZE; ALTER TABLE kept ALTER name SET NOT NULL");
        assertThat(LiveSchema.read(server, database).identities()).isEqualTo(before).isNotEmpty();
        server.execute("postgres", "DROP DATABASE " + database);
    }

    private List<String> changes(PostgresVersion version, String... statements) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, BEFORE);
        LiveSchema before = LiveSchema.read(server, database);
        server.execute(database, String.join(";", statements));
        LiveSchema after = LiveSchema.read(server, database);
        server.execute("postgres", "DROP DATABASE " + database);
        try (HistoryFile file = HistoryFile.openForWriting(folder.resolve("history.db"))) {
            List<SnapshotInfo> one = stored(file, before, 1);
            List<SnapshotInfo> other = stored(file, after, 2);
            SameObjects same =
                    SameObjects.between(file.read(one.getLast()), file.read(other.getLast()));
            SchemaDelta delta =
                    SchemaDiff.between(
                            file.read(one.getFirst()), file.read(other.getFirst()), Set.of(), same);
            SameObjects live =
                    SameObjects.between(
                            file.read(one.getLast()), after.server(), after.identities());
            assertThat(SchemaDiff.between(before.documents(), after.documents(), live))
                    .isEqualTo(delta);
            return SingleChangesTest.Lines.of(delta);
        }
    }

    private static List<String> lines(LiveSchema before, LiveSchema after, SameObjects same) {
        return SingleChangesTest.Lines.of(
                SchemaDiff.between(before.documents(), after.documents(), same));
    }

    /// {@return the schema's snapshot and the planner's}
    private static List<SnapshotInfo> stored(HistoryFile file, LiveSchema schema, int day) {
        Masker masker = Masker.alwaysOn();
        Instant at = Instant.parse("2026-01-0" + day + "T00:00:00Z");
        try (SnapshotWriter writer = file.write(KEY, schema.server(), at)) {
            schema.documents()
                    .values()
                    .forEach(document ->
                            writer.add(new Stream.Schema(), masker.mask((SchemaObject) document)));
            schema.identities().forEach(one -> writer.add(new Stream.Planner(), masker.mask(one)));
            return writer.commit();
        }
    }
}
