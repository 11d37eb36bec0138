package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.EveryObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The dumped schemas that the contract kit and the templates of plugins bring are what is dumped
/// today. `-Dgolden=update -Ddryrun.test.all=true` writes them.
final class KitSchemasTest {

    private static final Path ROOT = Path.of(System.getProperty("dryrun.root"));
    private static final PostgresServer SERVER = PostgresServer.shared(PostgresVersion.V18);

    @TempDir private Path folder;

    /// What is read of it fails in the kit's own tests first; this says that it is still all.
    @Test
    @EnabledIfSystemProperty(named = "dryrun.test.all", matches = "true")
    void theKitsSchemaHasAnObjectOfEveryKind() throws IOException {
        String database = "kit_schemas";
        EveryObject.create(SERVER, database);

        assertCurrent(
                database,
                "modules/contracts/src/main/resources/dev/dryrun/contracts/every-object.json",
                "--allow-privileged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    with-key    | CREATE TABLE t (k int PRIMARY KEY)
                    without-key | CREATE TABLE t (k int)
                    """)
    void theSchemasOfTests(String name, String sql) throws IOException {
        String database = SERVER.freshDatabase();
        SERVER.execute(database, sql);

        String file = "modules/contracts/src/test/dumps/" + name + ".json";
        assertCurrent(database, file, "--allow-privileged", "--pretty");
    }

    @ParameterizedTest
    @CsvSource({"good", "bad"})
    void theSchemasOfTheTemplate(String name) throws IOException {
        String schemas = "plugins/template-lint-rule/src/test/schemas/" + name;
        String database = SERVER.freshDatabase();
        SERVER.execute(database, Files.readString(ROOT.resolve(schemas + ".sql")));

        assertCurrent(database, schemas + ".json", "--allow-privileged", "--pretty");
    }

    /// What differs from run to run is of the server, and no rule looks at it.
    private void assertCurrent(String database, String file, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("dump-schema"));
        words.addAll(List.of(options));
        words.addAll(List.of("--db", SERVER.url(database, "postgres")));
        Ran ran = Ran.in(folder, Map.of(), words.toArray(String[]::new));
        assertThat(ran.status()).as(ran.err()).isZero();
        String dump =
                ran.out()
                        .replaceFirst("(\"taken_at\": ?\")[^\"]*", "$12026-01-01T00:00:00Z")
                        .replaceFirst("(\"system_identifier\": ?\")[0-9]+", "$17000000000000000000")
                        .replaceAll("(\"next_m?xid\": ?)[0-9]+", "$11000")
                        .replaceFirst("(\"database\": ?\")[^\"]*", "$1sample");
        Path path = ROOT.resolve(file);
        if (System.getProperty("golden", "").equals("update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, dump);
        }
        assertThat(Files.readString(path)).isEqualTo(dump);
    }
}
