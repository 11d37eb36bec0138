package dev.dryrun.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Seeded;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrayLiteralTest {

    @Test
    void elementsAreReadAsTheServerWritesThem() {
        assertThat(ArrayLiteral.read("{a,\"b c\",\"\\\"\\\\\",\"\",\"{1,2}\",\"NULL\"}"))
                .contains(List.of("a", "b c", "\"\\", "", "{1,2}", "NULL"));
        assertThat(ArrayLiteral.read("{}")).contains(List.of());
        assertThat(ArrayLiteral.read("{2024-01-01 00:00:00}"))
                .contains(List.of("2024-01-01 00:00:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "a",
                "{NULL}",
                "{a,null}",
                "{a,}",
                "{,a}",
                "{{1},{2}}",
                "{\"a}",
                "{\"a\"b}",
                "[0:1]={a,b}",
                "{a\\b}",
                "{\"a\\\"}"
            })
    void whatIsNoSuchArrayIsNotRead(String literal) {
        assertThat(ArrayLiteral.read(literal)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Seeded.check(
                500,
                20_000,
                random -> {
                    List<String> elements =
                            IntStream.range(0, random.nextInt(5))
                                    .mapToObj(_ -> text(random))
                                    .toList();
                    assertThat(ArrayLiteral.read(ArrayLiteral.write(elements))).contains(elements);
                });
    }

    private static String text(Random random) {
        String letters = "ab{},\"\\ \tNULL\u00e4";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
