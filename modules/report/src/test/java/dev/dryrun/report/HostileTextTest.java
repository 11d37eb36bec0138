package dev.dryrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.Certainty;
import dev.dryrun.model.Finding;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.QueryReport;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.StatementVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileTextTest {

    private static final String HOSTILE =
            "x\u001b[2J\r\n[ERROR] shop.innocent: gone\u202e\u200b\u0085\u009b\u007f\u00a0\ud800";

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "číslo", "注文", "a\\nb", "😀", "a'b\"c"})
    void whatIsHarmlessIsShownAsItIs(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "001b, \\u001b",
        "000a, \\n",
        "0009, \\t",
        "0000, \\u0000",
        "009b, \\u009b",
        "00a0, \\u00a0",
        "00ad, \\u00ad",
        "200d, \\u200d",
        "2028, \\u2028",
        "202e, \\u202e",
        "2066, \\u2066",
        "3164, \\u3164",
        "d800, \\ud800",
        "e000, \\ue000",
        "feff, \\ufeff",
        "e0041, \\udb40\\udc41",
    })
    void whatATerminalObeysOrNobodySeesIsWrittenOut(String hexadecimal, String shown) {
        String text = Character.toString(Integer.parseInt(hexadecimal, 16));
        assertThat(VisibleText.of("a" + text + "b")).isEqualTo("a" + shown + "b");
    }

    @Test
    void aNameCannotForgeALineOfTheReport() {
        Finding finding =
                new Finding(
                        new RuleId("pk/exists"),
                        Severity.ERROR,
                        new ObjectRef(ObjectKind.TABLE, new QualifiedName("s", HOSTILE)),
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        "ALTER TABLE \"" + HOSTILE + "\" ADD PRIMARY KEY (id);");
        String text = LintText.of(List.of(finding), 1);
        assertThat(text.lines().filter(line -> line.startsWith("[ERROR]"))).hasSize(1);
        assertSafe(text);
    }

    @Test
    void aLineOfSqlCannotMoveTheCursor() {
        String sql = "SELECT '" + HOSTILE + "' FROM x";
        SqlError error =
                new SqlError("42P01", HOSTILE, new SqlPlace(9, 1, 9), HOSTILE, Certainty.LIKELY);
        String text =
                QueryText.of(
                        new QueryReport(
                                HOSTILE, List.of(StatementVerdict.refused(List.of(error), null))),
                        sql);
        assertThat(text.lines().filter(line -> line.startsWith("[ERROR]"))).isEmpty();
        assertThat(text).contains("error 42P01 (likely): ");
        assertSafe(text);
    }

    @Test
    void anAnnotationIsOneLineWhateverTheFileIsCalled() {
        SqlError error =
                new SqlError("42P01", HOSTILE, new SqlPlace(9, 1, 9), HOSTILE, Certainty.LIKELY);
        String file = HOSTILE + ",line=7::warning\r\n::error";
        QueryReport report =
                new QueryReport(file, List.of(StatementVerdict.refused(List.of(error), null)));
        String text = QueryAnnotations.of(report);

        assertThat(text.lines()).hasSize(1);
        assertThat(text).startsWith("::error file=").contains(",line=1,col=9,title=42P01::");
        assertThat(text.substring(0, text.indexOf(",line=1,"))).doesNotContain(",", "%2Cline=7::");
        assertSafe(text);
    }

    @Test
    void jsonIsSafeToPrintAndReadsBackTheSame() throws MalformedJsonException {
        String hostile = HOSTILE.replace("\ud800", "") + "\udb40\udc41 \\ \"";
        JsonObject value = JsonObject.builder().put(hostile, hostile).build();
        String text = JsonText.of(value);
        assertSafe(text);
        assertThat(Json.parse(text)).isEqualTo(value);
    }

    private static void assertSafe(String text) {
        assertThat(text.codePoints().filter(it -> it != '\n' && !VisibleText.isPlain(it)))
                .isEmpty();
    }
}
