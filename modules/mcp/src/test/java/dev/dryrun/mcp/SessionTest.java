package dev.dryrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNull;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/list\"}";

    private final Talk talk = Talk.withEcho();

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void aRevisionThatWeSpeakIsAgreedOn(String version) {
        JsonValue answer = talk.say(Talk.hello(version)).getFirst();

        assertThat(Talk.at(answer, "result", "protocolVersion")).isEqualTo(text(version));
        assertThat(Talk.at(answer, "result", "serverInfo", "name")).isEqualTo(text("dryrun"));
        assertThat(Talk.at(answer, "result", "instructions")).isEqualTo(text("Be careful."));
        assertThat(Talk.at(answer, "result", "capabilities", "tools")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-01-01", "2099-01-01", "2026-07-28", "", "x"})
    void aRevisionThatWeDoNotSpeakIsAnsweredWithOurNewest(String version) {
        JsonValue answer = talk.say(Talk.hello(version)).getFirst();

        assertThat(Talk.at(answer, "result", "protocolVersion")).isEqualTo(text("2025-11-25"));
    }

    @Test
    void beforeInitializeOnlyPingIsServed() {
        List<JsonValue> answers = talk.say(PING, LIST, Talk.HELLO_2025_11_25, LIST);

        assertThat(Json.compact(answers.get(0)))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{}}");
        assertThat(Talk.errorCode(answers.get(1))).isEqualTo(-32600);
        assertThat(Talk.errorCode(answers.get(2))).isZero();
        assertThat(Talk.at(answers.get(3), "result", "tools", "0", "name")).isEqualTo(text("echo"));
    }

    @Test
    void aSecondInitializeIsRefusedAndTheSessionGoesOn() {
        List<JsonValue> answers = talk.say(Talk.hello("2025-06-18"), Talk.HELLO_2025_11_25, PING);

        assertThat(Talk.errorCode(answers.get(1))).isEqualTo(-32600);
        assertThat(Talk.errorCode(answers.get(2))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                "[1,",
                "\u0000",
                "{\"jsonrpc\":\"2.0\",\"id\":01,\"method\":\"ping\"}"
            })
    void aMalformedLineIsAnsweredAndTheSessionGoesOn(String line) {
        List<JsonValue> answers = talk.say(Talk.HELLO_2025_11_25, line, PING);

        assertThat(answers).hasSize(3);
        assertThat(Talk.errorCode(answers.get(1))).isEqualTo(-32700);
        assertThat(Talk.at(answers.get(1), "id")).isEqualTo(new JsonNull());
        assertThat(Talk.errorCode(answers.get(2))).isZero();
    }

    @Test
    void aNumberOfTooManyDigitsIsRefusedAndTheSessionGoesOn() {
        String digits =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"n\":"
                        + "9".repeat(2_000)
                        + "}}";

        List<JsonValue> answers = talk.say(digits, PING);

        assertThat(Talk.errorCode(answers.getFirst())).isNotZero();
        assertThat(Talk.errorCode(answers.getLast())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"text\"",
                "null",
                "{}",
                "{\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}"
            })
    void jsonThatIsNoMessageIsAnInvalidRequest(String line) {
        List<JsonValue> answers = talk.say(Talk.HELLO_2025_11_25, line, PING);

        assertThat(answers).hasSize(3);
        assertThat(Talk.errorCode(answers.get(1))).isEqualTo(-32600);
    }

    @Test
    void anUnknownMethodIsNotFoundBeforeAndAfterInitialize() {
        String unknown = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\"}";
        List<JsonValue> answers = talk.say(unknown, Talk.HELLO_2025_11_25, unknown);

        assertThat(Talk.errorCode(answers.get(0))).isEqualTo(-32601);
        assertThat(Talk.errorCode(answers.get(2))).isEqualTo(-32601);
        assertThat(Talk.at(answers.get(2), "id")).isEqualTo(JsonNumber.of(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":1}}"
            })
    void parametersThatDoNotFitTheMethodAreInvalid(String line) {
        assertThat(Talk.errorCode(talk.say(line).getFirst())).isEqualTo(-32602);
    }

    @Test
    void aCursorThatWeNeverGaveOutIsInvalid() {
        String list =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\","
                        + "\"params\":{\"cursor\":\"x\"}}";
        assertThat(Talk.errorCode(talk.say(Talk.HELLO_2025_11_25, list).getLast()))
                .isEqualTo(-32602);
    }

    @Test
    void notificationsAndAnswersAreNeverAnswered() {
        List<JsonValue> answers =
                talk.say(
                        Talk.HELLO_2025_11_25,
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\","
                                + "\"params\":{\"requestId\":99,\"reason\":\"no\"}}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard_of\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}",
                        "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":1,\"message\":\"m\"}}",
                        "",
                        "   \r");

        assertThat(answers).hasSize(1);
    }

    @Test
    void aBatchOfTheOneRevisionThatHasThemIsAnsweredInOrder() {
        String batch =
                "["
                        + PING
                        + ",{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"},"
                        + LIST
                        + ",5,"
                        + Talk.hello("2025-03-26")
                        + "]";
        List<JsonValue> answers = talk.say(Talk.hello("2025-03-26"), batch, PING);

        assertThat(answers).hasSize(3);
        List<JsonValue> inBatch = ((JsonArray) answers.get(1)).elements();
        assertThat(inBatch.stream().map(Talk::errorCode).toList())
                .containsExactly(0L, 0L, -32600L, -32600L);
        assertThat(Talk.at(inBatch.get(1), "id")).isEqualTo(JsonNumber.of(7));
    }

    @Test
    void aBatchOfNotificationsAloneIsNotAnswered() {
        String note = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
        assertThat(talk.say(Talk.hello("2025-03-26"), "[" + note + "," + note + "]")).hasSize(1);
    }

    @Test
    void anEmptyBatchAndOneThatIsTooLongAreInvalid() {
        String tooLong = "[" + (PING + ",").repeat(Limits.BATCH_MESSAGES_MAX) + PING + "]";
        List<JsonValue> answers = talk.say(Talk.hello("2025-03-26"), "[]", tooLong, PING);

        assertThat(answers.stream().map(Talk::errorCode).toList())
                .containsExactly(0L, -32600L, -32600L, 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-06-18", "2025-11-25"})
    void aBatchOfAnyOtherRevisionIsRefusedWithOneClearAnswer(String version) {
        List<JsonValue> answers = talk.say(Talk.hello(version), "[" + PING + "]", PING);

        assertThat(Talk.errorCode(answers.get(1))).isEqualTo(-32600);
        assertThat(Talk.at(answers.get(1), "error", "message"))
                .isEqualTo(
                        text("revision " + version + " has no batches: send one message a line"));
        assertThat(Talk.errorCode(answers.get(2))).isZero();
    }

    @Test
    void aBatchBeforeInitializeIsRefused() {
        assertThat(Talk.errorCode(talk.say("[" + Talk.hello("2025-03-26") + "]").getFirst()))
                .isEqualTo(-32600);
    }

    @Test
    void aLineThatIsTooLongIsRefusedAndTheSessionGoesOn() {
        String tooLong =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":\""
                        + "x".repeat(Limits.LINE_BYTES_MAX)
                        + "\"}}";
        List<JsonValue> answers = talk.say(Talk.HELLO_2025_11_25, tooLong, PING);

        assertThat(answers).hasSize(3);
        assertThat(Talk.errorCode(answers.get(1))).isEqualTo(-32600);
        assertThat(Talk.errorCode(answers.get(2))).isZero();
    }

    @Test
    void bytesThatAreNotUtf8AreAnsweredAndTheSessionGoesOn() {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}', '\n'});
        input.writeBytes(PING.getBytes(StandardCharsets.UTF_8));
        List<JsonValue> answers = talk.sayBytes(input.toByteArray());

        assertThat(answers.stream().map(Talk::errorCode).toList()).containsExactly(-32700L, 0L);
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreTolerated() {
        assertThat(Talk.errorCode(talk.say("\uFEFF" + PING + "\r").getFirst())).isZero();
    }

    @Test
    void aLastLineWithoutAnEndIsAnswered() {
        assertThat(talk.sayBytes(PING.getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }

    @Test
    void anIdComesBackAsItWasAndNeverBreaksTheLine() {
        String odd = "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud800\\u2028\\n😀\",\"method\":\"ping\"}";
        String large =
                "{\"jsonrpc\":\"2.0\",\"id\":123456789012345678901234567890,\"method\":\"ping\"}";
        List<JsonValue> answers = talk.say(odd, large);

        assertThat(Talk.at(answers.get(0), "id")).isEqualTo(text("\ud800\u2028\n😀"));
        assertThat(Talk.at(answers.get(1), "id"))
                .isEqualTo(new JsonNumber("123456789012345678901234567890"));
    }

    @Test
    void aToolThatBreaksIsAnErrorOfTheToolAndTellsNothingOfTheInside() {
        String call =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
                        + "\"params\":{\"name\":\"explode\"}}";
        List<JsonValue> answers = talk.say(Talk.HELLO_2025_11_25, call, PING);

        assertThat(Json.compact(answers.get(1)))
                .contains("\"isError\":true", "internal")
                .doesNotContain("secret", "IllegalState", "structuredContent");
        assertThat(Talk.errorCode(answers.get(2))).isZero();
        assertThat(talk.incidents).hasSize(1);
    }

    @Test
    void anUnknownToolIsAProtocolErrorThatNamesIt() {
        String call =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
                        + "\"params\":{\"name\":\"nothing\"}}";
        JsonValue answer = talk.say(Talk.HELLO_2025_11_25, call).getLast();

        assertThat(Talk.errorCode(answer)).isEqualTo(-32602);
        assertThat(Json.compact(answer)).contains("nothing");
    }

    @Test
    void eachRevisionGetsTheMembersItKnows() {
        assertThat(members("2024-11-05")).containsExactly("name", "description", "inputSchema");
        assertThat(members("2025-03-26"))
                .containsExactly("name", "description", "inputSchema", "annotations");
        assertThat(members("2025-06-18"))
                .containsExactly(
                        "name",
                        "title",
                        "description",
                        "inputSchema",
                        "outputSchema",
                        "annotations");
        assertThat(members("2025-11-25")).isEqualTo(members("2025-06-18"));
    }

    private List<String> members(String version) {
        JsonValue list = Talk.withEcho().say(Talk.hello(version), LIST).getLast();
        JsonValue tool = Talk.at(list, "result", "tools", "0");
        return List.copyOf(((dev.dryrun.json.JsonObject) tool).members().keySet());
    }

    @Test
    void structuredContentComesWithTheRevisionsThatHaveIt() {
        String call =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
                        + "\"params\":{\"name\":\"echo\",\"arguments\":{\"a\":1}}}";
        String old = Json.compact(talk.say(Talk.hello("2025-03-26"), call).getLast());
        String later = Json.compact(Talk.withEcho().say(Talk.hello("2025-06-18"), call).getLast());

        assertThat(old).contains("\"text\":\"{\\\"a\\\":1}\"").doesNotContain("structuredContent");
        assertThat(later).contains("\"structuredContent\":{\"a\":1}");
    }

    private static JsonString text(String value) {
        return new JsonString(value);
    }
}
