package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.testkit.PostgresOptions;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values that the policy hides are planted everywhere; then everything that was written is
/// searched for them.
final class CanaryTest {

    private static final PostgresOptions WITH_STATEMENTS =
            PostgresOptions.NONE.setting("shared_preload_libraries", "pg_stat_statements");

    private static final Pattern CANARY =
            Pattern.compile(
                    "canary|CANARY|918273\\d{3}|1917-\\d\\d|ca9a4191-8273|198\\.51\\.100"
                            + "|63616e617279");

    private static final String POLICY =
            """
            version: 1
            databases:
              shop:
                columns:
            COLUMNS
                  placed.email: { tags: [pii] }
                  placed.amount: { tags: [pii] }
                  divided.email: { tags: [pii] }
                  ranged.email: { tags: [pii] }
                  ranged.born: { tags: [pii] }
                  divided.born: { tags: [pii] }
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void noHiddenValueReachesAnythingThatIsWritten(PostgresVersion version) throws IOException {
        try (PostgresServer server = PostgresServer.start(version, WITH_STATEMENTS)) {
            plant(server);
            Files.writeString(
                    folder.resolve("dryrun.toml"),
                    "require_masks = true\n[project]\nid = \"shop\"\n");
            Files.writeString(
                    folder.resolve("data-masking-policy.yml"),
                    POLICY.replace("COLUMNS", columns(server)));

            Map<String, String> written = new TreeMap<>();
            note(written, "init", run("init", "--allow-privileged", "--db", url(server)));
            note(
                    written,
                    "take",
                    run("snapshot", "take", "--allow-privileged", "--db", url(server)));
            note(
                    written,
                    "dump-schema",
                    run("dump-schema", "--allow-privileged", "--source", url(server)));
            note(
                    written,
                    "dump-schema as SQL",
                    run(
                            "dump-schema",
                            "--format",
                            "sql",
                            "--allow-privileged",
                            "--source",
                            url(server)));
            note(
                    written,
                    "export",
                    run("snapshot", "export", "--all-streams", "--output", "exported.db"));
            written.putAll(files());
            written.putAll(documents(folder.resolve(".dryrun/history.db")));
            written.putAll(documents(folder.resolve("exported.db")));

            assertThat(written.keySet()).hasSizeGreaterThan(100);
            assertThat(written.values()).anyMatch(text -> text.contains("visible 1"));
            assertThat(found(written)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void withoutAPolicyTheCanariesAreSeen(PostgresVersion version) throws IOException {
        try (PostgresServer server = PostgresServer.start(version, WITH_STATEMENTS)) {
            plant(server);

            run("init", "--no-masks", "--allow-privileged", "--db", url(server));

            Map<String, String> documents = documents(folder.resolve(".dryrun/history.db"));
            String all = String.join("\n", documents.values());
            assertThat(all)
                    .contains("canary often", "918273000", "1917-01-01", "ca9a4191-8273")
                    .contains("canary default", "canary check", "canary generated")
                    .contains("canary index", "canary predicate", "canary statistics")
                    .contains("canary view", "canary gathered", "canary policy", "canary rule")
                    .contains("canary trigger", "canary plpgsql", "canary sql", "canary atomic")
                    .contains("canary partition", "canary domain check", "canary sad")
                    .doesNotContain("canary.example", "canary secret", "canary queried");
        }
    }

    private static void plant(PostgresServer server) throws IOException {
        server.createDatabase("shop");
        try (InputStream sql =
                Objects.requireNonNull(CanaryTest.class.getResourceAsStream("canary.sql"))) {
            server.execute("shop", new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
        server.execute(
                "shop", "REFRESH MATERIALIZED VIEW gathered; REFRESH MATERIALIZED VIEW whole");
        server.execute("shop", "VACUUM (ANALYZE)");
        server.query("shop", "SELECT count(*) FROM placed WHERE email = 'canary queried'");
    }

    /// Every column of the table of all types but its key.
    private static String columns(PostgresServer server) {
        return Objects.requireNonNull(
                server.query(
                                "shop",
                                """
                                SELECT string_agg('      everything.' || attname || ': {}', E'\\n')
                                FROM pg_attribute
                                WHERE attrelid = 'everything'::regclass AND attnum > 1
                                """)
                        .getFirst()
                        .getFirst());
    }

    private static void note(Map<String, String> written, String what, Ran ran) {
        assertThat(ran.status()).as(what + ": " + ran.err()).isZero();
        written.put("standard output of " + what, ran.out());
        written.put("standard error of " + what, ran.err());
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (java.util.stream.Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        files.remove("data-masking-policy.yml");
        return files;
    }

    /// Whatever way a document is packed: the reader unpacks it.
    private static Map<String, String> documents(Path historyFile) {
        Map<String, String> documents = new TreeMap<>();
        try (HistoryFile file = HistoryFile.openForReading(historyFile)) {
            SnapshotKey key = file.keys().getFirst();
            for (Stream stream : file.streams(key)) {
                SnapshotReader reader = file.read(file.newest(key, stream).orElseThrow());
                for (ObjectRef ref : reader.refs()) {
                    Document document = reader.document(ref).orElseThrow();
                    documents.put(
                            historyFile.getFileName() + " " + stream.word() + " " + ref,
                            document.toString());
                }
            }
        }
        return documents;
    }

    private static List<String> found(Map<String, String> written) {
        List<String> found = new ArrayList<>();
        written.forEach((where, text) -> {
            Matcher matcher = CANARY.matcher(text);
            while (matcher.find()) {
                int from = Math.max(0, matcher.start() - 60);
                int to = Math.min(text.length(), matcher.end() + 30);
                found.add(where + ": …" + text.substring(from, to) + "…");
            }
        });
        return found;
    }

    private static String url(PostgresServer server) {
        return server.url("shop", "postgres");
    }

    private Ran run(String... arguments) {
        return Ran.in(folder, Map.of(), arguments);
    }
}
