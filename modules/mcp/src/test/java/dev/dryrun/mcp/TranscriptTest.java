package dev.dryrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.mcp.tool.Tools;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole conversations: what a client sends stands in `client.jsonl` of a case, and what is said by
/// both in `transcript.jsonl`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TranscriptTest {

    private CapturedDatabase captured;

    @BeforeAll
    void capture() throws IOException {
        captured = CapturedDatabase.of(PostgresVersion.V18, file("schema.sql"));
    }

    @AfterAll
    void remove() {
        captured.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "era-2024-11-05",
                "era-2025-03-26",
                "era-2025-06-18",
                "era-2025-11-25",
                "find-objects",
                "describe-table",
                "validate-query",
                "lint-schema",
                "arguments",
                "protocol-errors"
            })
    void theConversationIsAsWrittenDown(String caseName) throws IOException {
        Tools.Location here = new Tools.Location(captured.historyFile(), captured.key());
        check(caseName, here);
    }

    @Test
    void withoutASnapshotTheHandshakeWorksAndToolsSayWhatToDo(@TempDir Path folder)
            throws IOException {
        check(
                "no-history",
                new Tools.Location(
                        folder.resolve("history.db"), new SnapshotKey("sample", "sample")));
    }

    /// Counters differ from run to run, so these are no goldens.
    @ParameterizedTest
    @ValueSource(strings = {"summary", "full", "stats"})
    void everyDetailFitsTheOutputSchema(String detail) throws IOException {
        try (CapturedDatabase other =
                CapturedDatabase.of(PostgresVersion.V18, file("schema.sql"))) {
            fits(other, detail);
        }
    }

    private static void fits(CapturedDatabase captured, String detail) {
        captured.execute(
                "INSERT INTO customer (name) SELECT 'n' || g FROM generate_series(1, 99) g");
        captured.execute("ANALYZE customer");
        captured.capture();
        Tools.Location here = new Tools.Location(captured.historyFile(), captured.key());
        try (Tools tools = new Tools(() -> here)) {
            JsonObject arguments =
                    JsonObject.builder().put("table", "customer").put("detail", detail).build();
            JsonObject content = tools.call("describe_table", arguments).content();

            SchemaCheck.check(tools.definitions().get(1).outputSchema(), content, detail);
            assertThat(Json.compact(content)).contains("rows_estimate");
            assertThat(content.members().containsKey("column_statistics"))
                    .isEqualTo(!detail.equals("summary"));
            assertThat(content.members().containsKey("activity"))
                    .isEqualTo(!detail.equals("summary"));
        }
    }

    private static void check(String caseName, Tools.Location location) throws IOException {
        StringBuilder transcript = new StringBuilder();
        Map<String, JsonObject> outputSchemas = new HashMap<>();
        try (Tools tools = new Tools(() -> location)) {
            tools.definitions()
                    .forEach(tool -> outputSchemas.put(tool.name(), tool.outputSchema()));
            Talk talk = Talk.with(tools);
            for (String line : file(caseName + "/client.jsonl").lines().toList()) {
                transcript.append(Json.compact(said("client", new JsonString(line)))).append('\n');
                for (JsonValue answer : talk.say(line)) {
                    checkStructure(line, answer, outputSchemas);
                    transcript.append(Json.compact(said("server", answer))).append('\n');
                }
            }
            assertThat(talk.incidents).isEmpty();
        }
        Golden.of(caseName)
                .scrub("time", "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z")
                .scrub("database", "database\\\\*\":\\\\*\"(\\w+)")
                .scrub("version", "pg_version\\\\*\":\\\\*\"([\\w.]+)")
                .scrub("folder", "(/[^ \"]*)/history.db")
                .matches("transcript.jsonl", transcript.toString());
    }

    private static JsonObject said(String who, JsonValue what) {
        return JsonObject.builder().put(who, what).build();
    }

    /// A result that is no error has structured content exactly when its revision has, it is what
    /// the text says, and it is what the tool's output schema says.
    private static void checkStructure(
            String request, JsonValue answer, Map<String, JsonObject> outputSchemas)
            throws IOException {
        if (!(answer instanceof JsonObject message
                && message.get("result") instanceof JsonObject result
                && result.get("content") instanceof JsonArray(List<JsonValue> content))) {
            return;
        }
        JsonValue text = Talk.at(content.getFirst(), "text");
        JsonValue structured = result.get("structuredContent");
        if (structured != null) {
            assertThat(text).isEqualTo(new JsonString(Json.compact(structured)));
            String tool = request.replaceAll(".*\"name\":\"(\\w+)\".*", "$1");
            SchemaCheck.check(
                    Objects.requireNonNull(outputSchemas.get(tool), tool), structured, tool);
        }
    }

    private static String file(String name) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("basedir", "."), "src/test/golden", name));
    }
}
