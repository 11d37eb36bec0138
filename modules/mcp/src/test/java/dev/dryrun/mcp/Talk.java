package dev.dryrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.mcp.protocol.CallToolResult;
import dev.dryrun.mcp.protocol.Implementation;
import dev.dryrun.mcp.protocol.ToolAnnotations;
import dev.dryrun.mcp.protocol.ToolDefinition;
import dev.dryrun.mcp.protocol.Toolbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Sends lines through a whole server, from bytes to bytes, and reads what it answers. What is said
/// later is said in the same session.
final class Talk {

    static final String HELLO_2025_11_25 = hello("2025-11-25");

    /// What failed inside the server, for tests that expect it to.
    final List<Throwable> incidents = new ArrayList<>();

    private final Session session;

    private Talk(Toolbox toolbox) {
        this.session =
                new Session(
                        new Implementation("dryrun", "DryRun", "1.2.3"),
                        "Be careful.",
                        toolbox,
                        (_, cause) -> incidents.add(cause));
    }

    static Talk with(Toolbox toolbox) {
        return new Talk(toolbox);
    }

    static Talk withEcho() {
        return new Talk(new EchoTools());
    }

    static String hello(String version) {
        return """
        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"%s",\
        "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}\
        """
                .formatted(version);
    }

    /// {@return every answer to these lines, each checked to be one valid message}
    List<JsonValue> say(String... lines) {
        return sayBytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    List<JsonValue> sayBytes(byte[] input) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new StdioServer(new ByteArrayInputStream(input), output, session).serve();
        return messages(output.toByteArray());
    }

    static List<JsonValue> messages(byte[] output) {
        String text = new String(output, StandardCharsets.UTF_8);
        assertThat(text.isEmpty() || text.endsWith("\n")).as("ends its last line").isTrue();
        return text.lines().map(Talk::message).toList();
    }

    static JsonValue message(String line) {
        try {
            JsonValue value = Json.parse(line);
            switch (value) {
                case JsonArray(List<JsonValue> elements) -> {
                    assertThat(elements).isNotEmpty();
                    elements.forEach(Talk::checkMessage);
                }
                case JsonObject _, JsonString _, JsonNumber _ -> checkMessage(value);
                default -> throw new AssertionError("not a message: " + line);
            }
            return value;
        } catch (MalformedJsonException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    /// What JSON-RPC and every revision of the protocol ask of an answer.
    private static void checkMessage(JsonValue value) {
        assertThat(value).isInstanceOf(JsonObject.class);
        JsonObject message = (JsonObject) value;
        assertThat(message.get("jsonrpc")).isEqualTo(new JsonString("2.0"));
        assertThat(message.members()).containsKey("id");
        if (message.get("error") instanceof JsonObject error) {
            assertThat(message.members().keySet()).containsExactly("jsonrpc", "id", "error");
            assertThat(error.get("code")).isInstanceOf(JsonNumber.class);
            assertThat(error.get("message")).isInstanceOf(JsonString.class);
        } else {
            assertThat(message.members().keySet()).containsExactly("jsonrpc", "id", "result");
            assertThat(message.get("id")).isInstanceOfAny(JsonString.class, JsonNumber.class);
            assertThat(message.get("result")).isInstanceOf(JsonObject.class);
        }
    }

    /// {@return what stands at a path of member names and array indexes}
    static JsonValue at(JsonValue value, String... path) {
        JsonValue here = value;
        for (String step : path) {
            JsonValue next =
                    here instanceof JsonArray(List<JsonValue> elements)
                            ? elements.get(Integer.parseInt(step))
                            : ((JsonObject) here).get(step);
            assertThat(next).as(step + " of " + Json.compact(here)).isNotNull();
            here = java.util.Objects.requireNonNull(next);
        }
        return here;
    }

    /// {@return the error code of an answer; 0 when it is a result}
    static long errorCode(JsonValue answer) {
        return ((JsonObject) answer).get("error") == null
                ? 0
                : ((JsonNumber) at(answer, "error", "code")).longValue();
    }

    /// A tool that says what it was told, and one that breaks.
    private static final class EchoTools implements Toolbox {

        @Override
        public List<ToolDefinition> definitions() {
            return List.of(definition("echo"), definition("explode"));
        }

        private static ToolDefinition definition(String name) {
            JsonObject schema = JsonObject.builder().put("type", "object").build();
            return new ToolDefinition(
                    name, "Title", "Description.", schema, schema, ToolAnnotations.reading());
        }

        @Override
        public CallToolResult call(String name, JsonObject arguments) {
            if (name.equals("explode")) {
                throw new IllegalStateException("a secret of the inside");
            }
            return new CallToolResult(arguments, false);
        }
    }
}
