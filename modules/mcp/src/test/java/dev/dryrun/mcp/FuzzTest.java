package dev.dryrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Lines that were once messages, changed at random places by a fixed seed.
class FuzzTest {

    private static final long SEED = 20_260_101;
    private static final int LINES = Boolean.getBoolean("dryrun.test.all") ? 100_000 : 2_000;

    private static final List<String> SEEDS =
            List.of(
                    Talk.hello("2025-03-26"),
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":\"é\",\"method\":\"tools/call\","
                            + "\"params\":{\"name\":\"echo\",\"arguments\":{\"a\":[1,2.5e3]}}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\","
                            + "\"params\":{\"name\":\"explode\"}}",
                    "[{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"ping\"},"
                            + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}]",
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\","
                            + "\"params\":{\"requestId\":1}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(2_000) + ",\"method\":\"ping\"}",
                    "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\",\"params\":"
                            + "{\"a\":".repeat(1_200)
                            + "1"
                            + "}".repeat(1_200)
                            + "}");

    @Test
    void noLineEndsTheSessionAndEveryAnswerIsAMessage() {
        Random random = new Random(SEED);
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes((Talk.hello("2025-03-26") + "\n").getBytes(StandardCharsets.UTF_8));
        for (int line = 0; line < LINES; line++) {
            String seed = SEEDS.get(random.nextInt(SEEDS.size()));
            input.writeBytes(mutated(seed.getBytes(StandardCharsets.UTF_8), random));
            input.write('\n');
        }
        input.writeBytes(
                "{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"ping\"}"
                        .getBytes(StandardCharsets.UTF_8));

        List<JsonValue> answers = Talk.withEcho().sayBytes(input.toByteArray());

        assertThat(answers).as("seed " + SEED).hasSizeGreaterThan(LINES / 2);
        assertThat(dev.dryrun.json.Json.compact(answers.getLast()))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"result\":{}}");
    }

    private static byte[] mutated(byte[] line, Random random) {
        byte[] bytes = line.clone();
        int changes = random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]\",:\\0u-e.".charAt(random.nextInt(13));
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(bytes.length - Math.max(at, from), random.nextInt(20));
                    System.arraycopy(bytes, from, bytes, at, Math.max(0, length));
                }
            }
        }
        return bytes;
    }
}
