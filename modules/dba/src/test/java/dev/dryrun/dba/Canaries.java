package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Values that nobody may see: how a database comes to have them everywhere, the policy that hides
/// them, and how to find them.
final class Canaries {

    static final String DATABASE = "shop";

    private static final Pattern CANARY =
            Pattern.compile(
                    "canary|918273\\d{3}|1917-\\d\\d|ca9a4191-?8273|198\\.51\\.100"
                            + "|63616e617279|c\\\\0061nary|101100111000111100001",
                    Pattern.CASE_INSENSITIVE);

    /// The driver does not find the end of BEGIN ATOMIC.
    private static final Pattern STATEMENT =
            Pattern.compile(";\n(?=CREATE|INSERT|ALTER|SET|RESET|SELECT|REFRESH|--|\n)");

    private static final PostgresOptions WITH_STATEMENTS =
            PostgresOptions.NONE
                    .setting("shared_preload_libraries", "pg_stat_statements")
                    .setting("pg_stat_statements.track", "all");

    private static final String POLICY =
            """
            version: 1
            databases:
              shop:
                columns:
            EVERYTHING
                  placed.email: { tags: [pii] }
                  public.placed.amount: { tags: [pii] }
                  placed.born: { tags: [pii] }
                  "placed.E mail": { tags: [pii] }
                  rowly.email: { tags: [pii] }
                  divided.email: { tags: [pii] }
                  ranged.email: { tags: [pii] }
                  ranged.born: { tags: [pii] }
                  divided.born: { tags: [pii] }
                  keyed.email: { tags: [pii] }
                  in_front.shown: { tags: [pii] }
            """;

    private Canaries() {}

    /// Starts a server with a database that is full of them; the caller closes it.
    static PostgresServer server(PostgresVersion version) throws IOException {
        PostgresServer server = PostgresServer.start(version, WITH_STATEMENTS);
        server.createDatabase(DATABASE);
        STATEMENT
                .splitAsStream(resource("canary.sql"))
                .forEach(sql -> server.execute(DATABASE, sql));
        if (version != PostgresVersion.V14) {
            server.execute(
                    DATABASE,
                    "CREATE PUBLICATION filtered FOR TABLE placed WHERE (email <> 'canary told')");
        }
        server.execute(DATABASE, "VACUUM (ANALYZE)");
        ask(server);
        return server;
    }

    private static void ask(PostgresServer server) throws IOException {
        List<String> statements = resource("canary-queries.sql").lines().skip(1).toList();
        List<String> failed = new ArrayList<>();
        for (String sql : statements) {
            try {
                server.execute(DATABASE, sql);
            } catch (IllegalStateException e) {
                failed.add(sql);
            }
        }
        // What fails is of interest too, if the server keeps it.
        assertThat(failed).hasSizeLessThan(statements.size() / 3);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Canaries.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// {@return the policy that hides them, every column of the table of all types but its key
    /// among them}
    static String policy(PostgresServer server) {
        String everything =
                server.query(
                                DATABASE,
                                """
                                SELECT string_agg(
                                  '      public.everything.' || attname || ': {}', E'\\n')
                                FROM pg_attribute
                                WHERE attrelid = 'everything'::regclass AND attnum > 1
                                """)
                        .getFirst()
                        .getFirst();
        return POLICY.replace("EVERYTHING", Objects.requireNonNull(everything));
    }

    /// Makes a project of a folder.
    static void project(PostgresServer server, Path folder) throws IOException {
        Files.writeString(
                folder.resolve("dryrun.toml"),
                "require_masks = true\n[project]\nid = \"%s\"\n".formatted(DATABASE));
        Files.writeString(folder.resolve("data-masking-policy.yml"), policy(server));
    }

    /// {@return where there is one, with what is around it}
    ///
    /// @param written texts by where they are from
    static List<String> found(Map<String, String> written) {
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

    /// {@return the texts among them that stand in definitions}
    static Set<String> planted() throws IOException {
        return Pattern.compile("canary [a-z]+( [a-z]+)*")
                .matcher(resource("canary.sql"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
