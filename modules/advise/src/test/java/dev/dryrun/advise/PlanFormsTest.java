package dev.dryrun.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The server prints each plan in both forms, and both are read to the same.
final class PlanFormsTest {

    /// What must not be missing in the text's reading where JSON has it and it is not zero.
    private static final Set<String> READ =
            Set.of(
                    "Node Type",
                    "Parent Relationship",
                    "Subplan Name",
                    "Join Type",
                    "Strategy",
                    "Partial Mode",
                    "Command",
                    "Operation",
                    "Relation Name",
                    "Schema",
                    "Alias",
                    "Index Name",
                    "Scan Direction",
                    "CTE Name",
                    "Function Name",
                    "Startup Cost",
                    "Total Cost",
                    "Plan Rows",
                    "Plan Width",
                    "Actual Rows",
                    "Actual Loops",
                    "Filter",
                    "Index Cond",
                    "Recheck Cond",
                    "Hash Cond",
                    "Merge Cond",
                    "Join Filter",
                    "TID Cond",
                    "Order By",
                    "One-Time Filter",
                    "Sort Key",
                    "Presorted Key",
                    "Output",
                    "Rows Removed by Filter",
                    "Rows Removed by Join Filter",
                    "Rows Removed by Index Recheck",
                    "Heap Fetches",
                    "Exact Heap Blocks",
                    "Lossy Heap Blocks",
                    "Sort Method",
                    "Sort Space Used",
                    "Sort Space Type",
                    "Hash Buckets",
                    "Hash Batches",
                    "HashAgg Batches",
                    "Disk Usage",
                    "Workers Planned",
                    "Workers Launched",
                    "Subplans Removed",
                    "Cache Key",
                    "Cache Hits",
                    "Cache Misses",
                    "Parallel Aware",
                    "Storage",
                    "Maximum Storage",
                    "Shared Hit Blocks",
                    "Temp Read Blocks",
                    "Temp Written Blocks");

    /// What differs from one execution to the next.
    private static final Set<String> UNSTABLE =
            Set.of(
                    "Shared Hit Blocks",
                    "Shared Read Blocks",
                    "Shared Dirtied Blocks",
                    "Index Searches");

    /// What workers share out as it comes.
    private static final Set<String> SHARED_OUT =
            Set.of(
                    "Actual Rows",
                    "Actual Loops",
                    "Rows Removed by Filter",
                    "Rows Removed by Join Filter",
                    "Cache Hits",
                    "Cache Misses",
                    "Peak Memory Usage");

    static List<PostgresVersion> versions() {
        return Boolean.getBoolean("dryrun.test.all")
                ? PostgresVersion.supported()
                : List.of(PostgresVersion.V18);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void bothFormsOfAPlanAreReadToTheSame(PostgresVersion version)
            throws IOException, SQLException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        Path folder = Path.of(System.getProperty("basedir", "."), "src/test/plans");
        server.execute(database, Files.readString(folder.resolve("forms-schema.sql")));
        server.execute(database, "VACUUM ANALYZE");
        List<String> differences = new ArrayList<>();
        Set<String> types = new TreeSet<>();
        int plans = 0;
        try (Connection connection = server.connect(database, "postgres", null);
                Statement statement = connection.createStatement()) {
            for (String query : Files.readString(folder.resolve("forms.sql")).split(";\n", -1)) {
                if (query.isBlank()) {
                    continue;
                }
                String bare = query.strip();
                if (bare.startsWith("SET ") || bare.startsWith("RESET ")) {
                    statement.execute(bare);
                    continue;
                }
                for (String options : List.of("", ", VERBOSE", ", ANALYZE, TIMING OFF, BUFFERS")) {
                    connection.setAutoCommit(false);
                    Plan json = plan(statement, "FORMAT JSON" + options, bare);
                    connection.rollback();
                    Plan text = plan(statement, "FORMAT TEXT" + options, bare);
                    connection.rollback();
                    connection.setAutoCommit(true);
                    plans++;
                    json.root().forEach(node -> types.add(node.nodeType()));
                    compare(bare + " [" + options + "]", json.root(), text.root(), differences);
                    assertThat(text.planningTimeMs().isPresent())
                            .isEqualTo(json.planningTimeMs().isPresent());
                    assertThat(text.triggers()).hasSameSizeAs(json.triggers());
                }
            }
        }
        server.execute("postgres", "DROP DATABASE " + database);

        assertThat(differences).isEmpty();
        assertThat(plans).isGreaterThan(100);
        assertThat(types).hasSizeGreaterThan(32);
    }

    private static Plan plan(Statement statement, String options, String query)
            throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("EXPLAIN (" + options + ") " + query)) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return PlanReader.read("plan", text.toString()).getFirst();
    }

    private static void compare(
            String query, PlanNode json, PlanNode text, List<String> differences) {
        Map<String, JsonValue> wanted = stable(json);
        Map<String, JsonValue> read = stable(text);
        String where = query + " at " + json.title() + ": ";
        for (String name : READ) {
            JsonValue value = wanted.get(name);
            if (value != null && !read.containsKey(name) && !isNothing(value)) {
                differences.add(where + name + " is not read: " + value);
            }
        }
        read.forEach((name, value) -> {
            JsonValue other = wanted.get(name);
            if (other != null && !plain(other).equals(plain(value))) {
                differences.add(
                        where + name + " is " + plain(other) + " and read as " + plain(value));
            }
            if (other == null && READ.contains(name)) {
                differences.add(where + name + " is read and not there: " + value);
            }
        });
        if (json.children().size() == text.children().size()) {
            for (int i = 0; i < json.children().size(); i++) {
                compare(query, json.children().get(i), text.children().get(i), differences);
            }
        } else {
            differences.add(where + "children " + json.children() + " and " + text.children());
        }
    }

    private static Map<String, JsonValue> stable(PlanNode node) {
        Map<String, JsonValue> stable = new LinkedHashMap<>(node.properties().members());
        stable.keySet().removeAll(UNSTABLE);
        if (node.text("Order By") != null) {
            // NoMovement in JSON before 16, which the text form does not say.
            stable.remove("Scan Direction");
        }
        if (node.flag("Parallel Aware")) {
            stable.keySet().removeAll(SHARED_OUT);
        }
        return stable;
    }

    private static boolean isNothing(JsonValue value) {
        return value instanceof JsonNumber number && number.doubleValue() == 0;
    }

    private static String plain(JsonValue value) {
        return switch (value) {
            case JsonNumber number -> Double.toString(number.doubleValue());
            case JsonString(String text) -> text;
            case JsonArray(List<JsonValue> elements) ->
                    elements.stream().map(PlanFormsTest::plain).toList().toString();
            case JsonObject object -> object.toString();
            default -> value.toString();
        };
    }
}
