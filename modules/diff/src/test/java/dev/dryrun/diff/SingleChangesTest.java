package dev.dryrun.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.ObjectChange;
import dev.dryrun.model.PropertyChange;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A change that one statement makes is one change, whatever the server has to change with it.
final class SingleChangesTest {

    private static final int BLOCK = 10;

    /// A default run looks at one block of so many, and at another on each server.
    private static final int EVERY = 6;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void oneStatementIsOneChange(PostgresVersion version) throws IOException, SQLException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        prepare(server);
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        try (Connection connection = server.connect(database, "postgres", null);
                Statement statement = connection.createStatement()) {
            statement.execute(resource("base.sql"));
            LiveSchema before = null;
            int number = 0;
            for (String sql : statements()) {
                boolean looked = looksAt(number, version);
                if (looked && before == null) {
                    before = LiveSchema.read(server, database);
                }
                statement.execute(sql);
                LiveSchema after = looked ? LiveSchema.read(server, database) : null;
                if (before != null && after != null) {
                    List<String> lines = lines(sql, before, after);
                    found.put(sql, lines);
                    if (lines.size() != 1) {
                        others.add(sql + "\n" + String.join("\n", lines));
                    }
                }
                before = after;
                number++;
            }
        }
        Golden.of("single").matches("changes.txt", report(found));
        assertThat(others).isEmpty();
    }

    /// All on all under `-Ddryrun.test.all=true`.
    private static boolean looksAt(int number, PostgresVersion version) {
        int turn = version == PostgresVersion.V14 ? 0 : EVERY / 2;
        return Boolean.getBoolean("dryrun.test.all") || number / BLOCK % EVERY == turn;
    }

    private static List<String> lines(String sql, LiveSchema before, LiveSchema after) {
        SchemaDelta delta = SchemaDiff.between(before.documents(), after.documents());
        assertThat(delta.isEmpty()).as(sql).isEqualTo(before.hash().equals(after.hash()));
        return Lines.of(delta);
    }

    /// {@return the whole report: what was not looked at as it is expected}
    private static String report(Map<String, List<String>> found) throws IOException {
        Path golden = Path.of(System.getProperty("basedir", ".")).resolve("src/test/golden/single");
        Map<String, List<String>> known = new HashMap<>();
        List<String> last = new ArrayList<>();
        for (String line : Files.readAllLines(golden.resolve("changes.txt"))) {
            if (line.startsWith("    ")) {
                last.add(line.strip());
            } else {
                last = new ArrayList<>();
                known.put(line, last);
            }
        }
        StringBuilder report = new StringBuilder();
        for (String sql : statements()) {
            report.append(sql).append('\n');
            found.getOrDefault(sql, known.getOrDefault(sql, List.of()))
                    .forEach(line -> report.append("    ").append(line).append('\n'));
        }
        return report.toString();
    }

    /// What somebody did, one line each.
    static final class Lines {

        private Lines() {}

        static List<String> of(SchemaDelta delta) {
            List<String> lines = new ArrayList<>();
            for (ObjectChange change : delta.causes()) {
                String about = change.about().kind().word() + " " + change.about().name();
                switch (change) {
                    case ObjectChange.Added _ -> lines.add("+ " + about);
                    case ObjectChange.Removed _ -> lines.add("- " + about);
                    case ObjectChange.Changed changed ->
                            properties(about, changed.properties(), lines);
                    case ObjectChange.Renamed renamed -> {
                        lines.add(
                                "~ "
                                        + change.about().kind().word()
                                        + " "
                                        + renamed.from().name()
                                        + " -> "
                                        + renamed.about().name());
                        properties(about, renamed.properties(), lines);
                    }
                }
            }
            return lines;
        }

        private static void properties(
                String about, List<PropertyChange> properties, List<String> lines) {
            for (PropertyChange change : properties) {
                if (change.follows() == null) {
                    String part = change.part() == null ? "" : " " + words(change.part());
                    String property = change.property().isEmpty() ? "" : " " + change.property();
                    lines.add(
                            "~ "
                                    + about
                                    + ":"
                                    + part
                                    + property
                                    + " "
                                    + change.action().word()
                                    + values(change));
                }
            }
        }

        private static String words(PropertyChange.Part part) {
            return part.kind() + " " + part.name();
        }

        private static String values(PropertyChange change) {
            return " ["
                    + Objects.requireNonNullElse(change.before(), "-").replace("\n", "\\n")
                    + "] -> ["
                    + Objects.requireNonNullElse(change.after(), "-").replace("\n", "\\n")
                    + "]";
        }
    }

    private static List<String> statements() throws IOException {
        return resource("single-changes.sql").lines().filter(line -> !line.isBlank()).toList();
    }

    /// Roles and tablespaces are the whole server's: made once.
    private static void prepare(PostgresServer server) throws SQLException {
        for (String role : List.of("diff_owner", "diff_reader")) {
            if (server.query("postgres", "SELECT FROM pg_roles WHERE rolname = '" + role + "'")
                    .isEmpty()) {
                server.execute("postgres", "CREATE ROLE " + role);
            }
        }
        if (server.query("postgres", "SELECT FROM pg_tablespace WHERE spcname = 'diff_space'")
                .isEmpty()) {
            try (Connection connection = server.connect("postgres", "postgres", null);
                    Statement statement = connection.createStatement()) {
                statement.execute("SET allow_in_place_tablespaces = on");
                statement.execute("CREATE TABLESPACE diff_space LOCATION ''");
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SingleChangesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
