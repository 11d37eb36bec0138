package dev.dryrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dryrun.model.Certainty;
import dev.dryrun.model.QueryReport;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StatementVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is written as SARIF, against the schema that OASIS publishes.
class SarifSchemaTest {

    private static final String HOSTILE = "SELECT \"a\"\\\u0001\u001b[31m\u2028 é😀";

    private final JsonSchema schema;

    SarifSchemaTest() throws IOException {
        try (InputStream published =
                ClassLoader.getSystemResourceAsStream("schema/sarif-schema-2.1.0.json")) {
            this.schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(published);
        }
    }

    @Test
    void whatIsWrittenIsValid() {
        assertThat(problems(List.of(Samples.query()))).isEmpty();
    }

    @Test
    void nothingToSayIsValid() {
        StatementVerdict valid = StatementVerdict.accepted(List.of(), List.of());

        assertThat(problems(List.of())).isEmpty();
        assertThat(problems(List.of(new QueryReport("-", List.of(valid))))).isEmpty();
    }

    @Test
    void anyFileAnyPlaceAndAnySeverityAreValid() {
        List<StatementVerdict> verdicts =
                Arrays.stream(Severity.values())
                        .map(severity -> warned(severity, SqlPlace.of(HOSTILE, 9)))
                        .toList();

        assertThat(problems(List.of(new QueryReport("a b/é\"%#?.sql", verdicts)))).isEmpty();
        assertThat(problems(List.of(new QueryReport("-", List.of(warned(Severity.INFO, null))))))
                .isEmpty();
        assertThat(problems(List.of(new QueryReport("/tmp/x.sql", List.of(refused(null))))))
                .isEmpty();
        assertThat(
                        problems(
                                List.of(
                                        new QueryReport("C:\\a.sql", List.of(refused(1))),
                                        new QueryReport("C:\\b.sql", List.of(refused(2))))))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() {
        String written = JsonText.of(QuerySarif.of(List.of(Samples.query()), "1.2.3"));

        assertThat(schema.validate(written.replace("\"error\"", "\"fatal\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(written.replace("startLine", "line"), InputFormat.JSON))
                .isNotEmpty();
    }

    private List<String> problems(List<QueryReport> reports) {
        return schema
                .validate(JsonText.of(QuerySarif.of(reports, "1.2.3")), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static StatementVerdict warned(Severity severity, @Nullable SqlPlace place) {
        return StatementVerdict.accepted(
                List.of(new SqlWarning(new RuleId("query/x"), severity, HOSTILE, place, HOSTILE)),
                List.of());
    }

    private static StatementVerdict refused(@Nullable Integer at) {
        SqlPlace place = at == null ? null : SqlPlace.of(HOSTILE, at);
        return StatementVerdict.refused(
                List.of(new SqlError("42703", HOSTILE, place, null, Certainty.CERTAIN)), null);
    }
}
