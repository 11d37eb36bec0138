package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.EveryObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DumpAndImportTest {

    private static final Pattern HASH =
            Pattern.compile("\"(?:schema_)?hash\": ?\"([0-9a-f]{64})\"");

    private static final String NO_POLICY =
            "warning: no masking policy: values of columns are stored as the server keeps them\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void whatIsDumpedAndImportedHasTheHashOfWhatIsCaptured(PostgresVersion version)
            throws IOException {
        String url = every(version);
        Path captured = Files.createDirectory(folder.resolve("captured"));
        Path imported = Files.createDirectory(folder.resolve("imported"));
        Path piped = Files.createDirectory(folder.resolve("piped"));
        String dump = folder.resolve("every.json").toString();

        Ran init = Ran.in(captured, Map.of("DATABASE_URL", url), "init", "--json");
        Ran file = dump(url, "--output", dump, "--name", "staging", "--json");
        Ran stdout = dump(url, "--pretty");
        Ran fromFile = Ran.in(imported, Map.of(), "import", dump, "--json");
        Ran fromPipe = Ran.fed(stdout.out(), false, piped, Map.of(), "import", "-", "--json");

        assertThat(List.of(file.err(), stdout.err(), fromFile.err(), fromPipe.err()))
                .containsOnly("", NO_POLICY);
        assertThat(hash(init.out()))
                .isEqualTo(hash(file.out()))
                .isEqualTo(hash(Files.readString(Path.of(dump))))
                .isEqualTo(hash(fromFile.out()))
                .isEqualTo(hash(fromPipe.out()));
        assertThat(fromFile.out())
                .contains("\"source\": \"staging\"")
                .contains("\"stored\": true")
                .contains("\"project\": \"imported\"");
        assertThat(Files.readString(Path.of(dump))).doesNotContain(EveryObject.CANARY);
        assertThat(Ran.in(imported, Map.of(), "lint").out())
                .as("an imported schema answers as a captured one does")
                .isEqualTo(Ran.in(captured, Map.of(), "lint").out())
                .contains("finding");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void sqlMakesTheSchemaAgain(PostgresVersion version) {
        try (CapturedDatabase shop = CapturedDatabase.ofDemo(version)) {
            PostgresServer server = PostgresServer.shared(version);
            String again = server.freshDatabase();

            Ran sql = dump(shop.url(), "--format", "sql", "--name", "a\nb");
            Ran file = dump(shop.url(), "--format=sql", "-o", "shop.sql");
            server.execute(again, sql.out());

            assertThat(sql.err()).isEqualTo(NO_POLICY);
            assertThat(sql.out()).startsWith("-- schema of ").contains(" (a\\nb), PostgreSQL ");
            assertThat(file.out()).contains(" to shop.sql: ");
            assertThat(hash(dump(server.url(again, "dryrun_reader")).out()))
                    .isEqualTo(hash(dump(shop.url()).out()));
        }
    }

    @Test
    void twoDumpsOfOneSchemaDifferInTheirTimeAlone() {
        try (CapturedDatabase shop = CapturedDatabase.ofDemo(PostgresVersion.V18)) {
            List<String> first = dump(shop.url()).out().lines().toList();
            List<String> second = dump(shop.url()).out().lines().toList();

            assertThat(first.size()).isEqualTo(second.size()).isGreaterThan(20);
            assertThat(first.stream().filter(line -> !second.contains(line)))
                    .allMatch(line -> line.contains("taken_at") || line.contains("next_xid"));
        }
    }

    @Test
    void theFileIsThereWholeAndForItsUserAlone() throws IOException {
        try (CapturedDatabase shop = CapturedDatabase.ofDemo(PostgresVersion.V14)) {
            Path file = folder.resolve("schema.json");
            Files.writeString(file, "what was there before");

            Ran dumped = dump(shop.url(), "-o", "schema.json");
            Ran nowhere = dump(shop.url(), "-o", "no/such/folder.json");
            Ran aFolder = dump(shop.url(), "-o", ".");

            assertThat(dumped.out())
                    .matches(
                            "Wrote the schema of \\S+ \\(PostgreSQL 14.*\\) to schema.json: .*\n(?s:.*)");
            assertThat(Files.readString(file)).startsWith("{\"dryrun_dump\":1").endsWith("}\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            OneLineErrorTest.failed("no/such/folder.json cannot be written", nowhere);
            OneLineErrorTest.failed(" cannot be written", aFolder);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).containsExactly(file);
            }
        }
    }

    @Test
    void whatCannotBeDumpedSaysSo() {
        OneLineErrorTest.failed("no database is named", dump(null));
        assertThat(dump(null, "--json").err()).contains("--json goes with --output");
        OneLineErrorTest.failed("--format", dump(null, "--format", "yaml"));
        OneLineErrorTest.failed("--pretty goes with", dump(null, "--format=sql", "--pretty"));
        String nobody = "postgres://nobody:s3cret-canary@127.0.0.1:1/x";
        Ran gone = dump(null, "--source", nobody, "-o", "schema.json");
        OneLineErrorTest.failed("no PostgreSQL server answers", gone);
        assertThat(folder.resolve("schema.json")).doesNotExist();
        Ran variable =
                Ran.in(
                        folder,
                        Map.of("DATABASE_URL", "mysql://x", "SOURCE_DATABASE_URL", nobody),
                        "dump-schema");
        OneLineErrorTest.failed("no PostgreSQL server answers", variable);
    }

    @Test
    void anImportSaysWhatItIsNotAndWhatIsNewer() throws IOException {
        try (CapturedDatabase shop = CapturedDatabase.ofDemo(PostgresVersion.V18);
                CapturedDatabase other = CapturedDatabase.ofDemo(PostgresVersion.V18)) {
            String dump = dump(shop.url()).out();

            Ran first = feed(dump);
            Ran again = feed(dump);
            Ran older = feed(at(dump, Instant.now().minus(30, ChronoUnit.DAYS)));
            Ran future = feed(at(dump, Instant.now().plus(30, ChronoUnit.DAYS)));
            Ran another = feed(dump(other.url()).out());
            Ran forced = feed(dump(other.url()).out(), "--force");

            assertThat(first.out()).startsWith("Imported ").contains("  schema ");
            assertThat(again.out()).startsWith("Imported before: ");
            assertThat(older.out()).contains("is newer, and stays the latest\n");
            OneLineErrorTest.failed("standard input says that it was read at", future);
            OneLineErrorTest.failed("the dump is of the database \"", another);
            assertThat(forced.status()).isZero();
            assertThat(Ran.in(folder, Map.of(), "snapshot", "list").out())
                    .contains("3 snapshots of ");
        }
    }

    @Test
    void whatIsNoDumpIsRefusedInOneLineAndNothingIsWritten() throws IOException {
        try (CapturedDatabase shop = CapturedDatabase.ofDemo(PostgresVersion.V18)) {
            String dump = dump(shop.url()).out();
            String line = dump.lines().filter(it -> it.endsWith("}")).findFirst().get();
            Files.writeString(folder.resolve("binary"), "SQLite format 3\u0000\u0001");

            refused("it is empty", "");
            refused("not JSON at line 1", "hello");
            refused("not JSON at line ", dump.substring(0, dump.length() / 2));
            refused("not JSON at line ", dump.substring(0, dump.length() - 3));
            refused("not what dump-schema writes", "{\"tables\":[]}");
            refused(
                    "it is the schema of another DryRun",
                    "{\"format_version\":3,\"pg_version\":\"PostgreSQL 17.2\",\"tables\":[]}");
            refused("a dump of form 2", dump.replace("\"dryrun_dump\":1", "\"dryrun_dump\":2"));
            refused("it was altered", dump.replace("\"customer\"", "\"costumer\""));
            refused("it is there twice", dump.replace(line, line + ",\n" + line));
            refused("nested deeper", dump.replace(line, "[".repeat(1_000_000)));
            refused(
                    "\"name\" must be a string",
                    dump.replace(line, "{\"document\":\"enum\",\"name\":{}}"));
            OneLineErrorTest.failed("nowhere.json does not exist", importing("nowhere.json"));
            OneLineErrorTest.failed(". is a folder", importing("."));
            OneLineErrorTest.failed("binary cannot be imported: not JSON", importing("binary"));
            OneLineErrorTest.failed("missing required parameter: 'FILE'", importing());
            assertThat(folder.resolve(".dryrun")).as("nothing is made").doesNotExist();
        }
    }

    /// A name is a name: nothing in a dump decides where anything is written.
    @Test
    void aNameThatLooksLikeAPathStaysAName() throws IOException {
        try (CapturedDatabase shop = CapturedDatabase.ofDemo(PostgresVersion.V18)) {
            Path inside = Files.createDirectory(folder.resolve("inside"));
            String dump =
                    dump(shop.url(), "--name", "../../name\u001b[2J")
                            .out()
                            .replaceFirst("\"database\":\"[^\"]*\"", "\"database\":\"../../../x\"");

            Ran imported = Ran.fed(dump, false, inside, Map.of(), "import", "-");

            assertThat(imported.out()).contains("../../../x").contains("../../name\\u001b[2J");
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all.filter(Files::isRegularFile))
                        .allMatch(it -> it.startsWith(inside.resolve(".dryrun")));
            }
        }
    }

    private void refused(String why, String dump) {
        Ran ran = feed(dump);
        OneLineErrorTest.failed(why, ran);
        assertThat(ran.err()).startsWith("error: standard input cannot be imported: ");
    }

    private Ran dump(@Nullable String url, String... arguments) {
        List<String> words = new ArrayList<>(List.of("dump-schema"));
        words.addAll(List.of(arguments));
        return Ran.in(
                folder,
                url == null ? Map.of() : Map.of("DATABASE_URL", url),
                words.toArray(String[]::new));
    }

    private Ran feed(String dump, String... arguments) {
        List<String> words = new ArrayList<>(List.of("import", "-"));
        words.addAll(List.of(arguments));
        return Ran.fed(dump, false, folder, Map.of(), words.toArray(String[]::new));
    }

    private Ran importing(String... arguments) {
        List<String> words = new ArrayList<>(List.of("import"));
        words.addAll(List.of(arguments));
        return Ran.in(folder, Map.of(), words.toArray(String[]::new));
    }

    static String at(String dump, Instant time) {
        return dump.replaceFirst("\"taken_at\":\"[^\"]*\"", "\"taken_at\":\"" + time + "\"");
    }

    private static String hash(String text) {
        Matcher matcher = HASH.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String every(PostgresVersion version) throws IOException {
        PostgresServer server = PostgresServer.shared(version);
        String database = "every_of_dump";
        String there = "SELECT 1 FROM pg_database WHERE datname = '" + database + "'";
        if (server.query("postgres", there).isEmpty()) {
            EveryObject.create(server, database);
            server.execute(
                    database,
                    Files.readString(
                            Path.of(
                                    System.getProperty("dryrun.root"),
                                    "dryrun-readonly-role.sql")));
        }
        return server.url(database, "dryrun_reader");
    }
}
