package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "\"\\u0000 \\\" \u00e9 \ud83d\ude00\"",
                "-0.5e300",
                "123456789012345678901234567890",
                "[]",
                "{}",
                "[1,[2,{\"a\":[{}]}],\"\"]",
                "{\"b\":1,\"a\":{\"z\":null,\"y\":false}}"
            })
    void whatIsWrittenReadsBackEqual(String text) throws MalformedJsonException {
        JsonValue value = Json.parse(text);

        assertThat(Json.compact(value)).isEqualTo(text);
        assertThat(Json.parse(Json.pretty(value))).isEqualTo(value);
        assertThat(Json.parse(new String(Json.canonical(value), StandardCharsets.UTF_8)))
                .isEqualTo(value);
    }

    @Test
    void equalObjectsHaveOneCanonicalFormWhateverTheirOrder() throws MalformedJsonException {
        byte[] one = Json.canonical(Json.parse("{\"b\": [ 1 ], \"a\": {\"d\":1, \"c\":2}}"));
        byte[] other = Json.canonical(Json.parse("{\"a\":{\"c\":2,\"d\":1},\"b\":[1]}"));

        assertThat(new String(one, StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":{\"c\":2,\"d\":1},\"b\":[1]}")
                .isEqualTo(new String(other, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "1 2",
                "nul",
                "\"\t\"",
                "{'a':1}",
                "[1]]",
                "NaN",
                "\"\\ud8\""
            })
    void whatIsNotJsonIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(MalformedJsonException.class)
                .message()
                .isNotBlank()
                .doesNotContain("\n");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedLikeAnythingElseThatIsNotJson() {
        assertThatThrownBy(() -> Json.parse("9".repeat(1_000_000)))
                .isInstanceOf(MalformedJsonException.class)
                .message()
                .doesNotContain("\n")
                .doesNotContain("Source");
    }

    @Test
    void nestingIsLimitedForTextFromOutsideAndNeverExhaustsTheStack()
            throws MalformedJsonException {
        int deep = 200_000;
        String text = "[".repeat(deep) + "]".repeat(deep);

        assertThatThrownBy(() -> Json.parse(text)).hasMessageContaining("1000 levels");
        JsonValue value = Json.parse(text, deep);
        for (int level = 1; level < deep; level++) {
            assertThat(value).isInstanceOf(JsonArray.class);
            value = ((JsonArray) value).elements().getFirst();
        }
        assertThat(value).isEqualTo(new JsonArray(java.util.List.of()));
    }

    @Test
    void numbersHaveOneForm() {
        assertThat(JsonNumber.of(5000.0).text()).isEqualTo("5000");
        assertThat(JsonNumber.of(-0.0).text()).isEqualTo("0");
        assertThat(JsonNumber.of(0.1).text()).isEqualTo("0.1");
        assertThat(JsonNumber.of(1e300).text()).isEqualTo("1.0E300");
        assertThatThrownBy(() -> JsonNumber.of(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMemberIsNotGivenTwice() {
        JsonObject.Builder builder = JsonObject.builder().put("a", 1);

        assertThatThrownBy(() -> builder.put("a", 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCompactFormsAreTheOneForPeopleWithoutItsSpaces() {
        StringBuilder every = new StringBuilder();
        for (char c = 0; c < 0x300; c++) {
            every.append(c);
        }
        every.append("\u2028 emoji \uD83D\uDE00");
        JsonObject object =
                JsonObject.builder()
                        .put("", every.toString())
                        .put("a\"\n\u0001", -1)
                        .put("b", JsonArray.ofStrings(List.of("", "\\", "/", "\u007f")))
                        .put("c", JsonNumber.of(1.5e300))
                        .put("d", new JsonArray(List.of()))
                        .put("e", JsonObject.builder().build())
                        .put("f", true)
                        .put("g", new JsonNull())
                        .put("\u00e4", "x".repeat(5_000))
                        .build();

        String forPeople = Json.pretty(object).replaceAll("\n *", "").replace("\": ", "\":");
        assertThat(Json.compact(object)).isEqualTo(forPeople);
        assertThat(Json.canonicalText(object)).isEqualTo(forPeople);
    }

    @Test
    void halfACharacterComesBackFromTheCompactFormAndIsAQuestionMarkInTheCanonicalOne()
            throws MalformedJsonException {
        JsonString halves = new JsonString("\u00e4 \uD83D end \uDE00");

        assertThat(Json.parse(Json.compact(halves))).isEqualTo(halves);
        assertThat(Json.canonicalText(halves)).isEqualTo("\"\u00e4 ? end ?\"");
    }

    @Test
    void onlyTheCanonicalFormSortsMembers() {
        JsonObject object =
                JsonObject.builder()
                        .put("b", JsonObject.builder().put("z", 1).put("y", 2).build())
                        .put("a", true)
                        .build();

        assertThat(Json.compact(object)).isEqualTo("{\"b\":{\"z\":1,\"y\":2},\"a\":true}");
        assertThat(Json.canonicalText(object)).isEqualTo("{\"a\":true,\"b\":{\"y\":2,\"z\":1}}");
    }

    @Test
    void aTextLeavesNothingForTheNextOneOfItsThread() {
        JsonString small = new JsonString("small");
        ContentHash hash = ContentHash.of("\"small\"".getBytes(StandardCharsets.UTF_8));

        for (int length : new int[] {1, 10_000, 1_000_000, 3}) {
            String text = "\u00e4".repeat(length);
            assertThat(Json.compact(new JsonString(text))).isEqualTo("\"" + text + "\"");
            assertThat(Json.compact(small)).isEqualTo("\"small\"");
            assertThat(Json.canonical(small))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("\"small\"");
            assertThat(ContentHash.of(small)).isEqualTo(hash);
        }
    }

    @Test
    void manyThreadsHashAtTheSameTime() {
        List<JsonString> texts =
                IntStream.range(0, 5_000).mapToObj(i -> new JsonString("text " + i)).toList();
        List<ContentHash> oneByOne = texts.stream().map(ContentHash::of).toList();

        assertThat(texts.parallelStream().map(ContentHash::of).toList()).isEqualTo(oneByOne);
        assertThat(oneByOne).doesNotHaveDuplicates();
    }
}
