package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Definition;
import dev.dryrun.model.Document;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Facts;
import dev.dryrun.model.Grant;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.SequenceParameters;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentJsonTest {

    private static final QualifiedName NAME = new QualifiedName("pub\"lic", "or.ders\n😀");

    private static final Facts FACTS =
            new Facts(
                    "owner",
                    List.of(new Grant(null, "SELECT", false), new Grant("reader", "UPDATE", true)),
                    "why",
                    "citext",
                    List.of(new ObjectRef(ObjectKind.FUNCTION, new QualifiedName("s", "f(int)"))));

    static Stream<Document> documents() {
        return Stream.of(
                SampleRelations.fullTable(NAME, FACTS),
                SampleRelations.foreignTable(NAME, FACTS),
                Table.of(NAME, List.of(), FACTS),
                SampleRelations.materializedView(NAME, FACTS),
                SampleRelations.view(NAME, FACTS),
                SampleRelations.sequence(NAME, FACTS),
                new Sequence(NAME, SequenceParameters.defaults("integer", -3), false, null, FACTS),
                new EnumType(NAME, List.of("b", "a", ""), FACTS),
                new Definition(
                        ObjectKind.AGGREGATE,
                        new QualifiedName("", "median(numeric)"),
                        new TreeMap<>(Map.of("sfunc", List.of("a", "b"), "none", List.of())),
                        new Facts("", List.of(), null, null, List.of())),
                statistics(),
                activity());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsWrittenReadsBackEqual(Document document) throws MalformedJsonException {
        byte[] bytes = Json.canonical(DocumentJson.toJson(document));

        JsonValue read = Json.parse(new String(bytes, StandardCharsets.UTF_8));

        assertThat(DocumentJson.fromJson(read)).isEqualTo(document);
        assertThat(Json.canonical(DocumentJson.toJson(DocumentJson.fromJson(read))))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"document\":\"tableau\"}",
                "{\"document\":\"table\",\"schema\":\"s\"}",
                "{\"document\":\"table\",\"schema\":\"\",\"name\":\"t\",\"columns\":[]}",
                "{\"document\":\"table\",\"schema\":1,\"name\":\"t\"}",
                "{\"document\":\"table\",\"schema\":\"s\",\"name\":\"t\",\"columns\":{}}",
                "{\"document\":\"enum\",\"schema\":\"s\",\"name\":\"t\",\"labels\":[1]}",
                "{\"document\":\"table_statistics\",\"schema\":\"s\",\"name\":\"t\","
                        + "\"relpages\":{\"absent\":\"eaten\"}}",
                "{\"document\":\"table_statistics\",\"schema\":\"s\",\"name\":\"t\","
                        + "\"relpages\":1.5}",
                "{\"document\":\"table_activity\",\"schema\":\"s\",\"name\":\"t\","
                        + "\"last_vacuum\":\"yesterday\"}"
            })
    void whatDescribesNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> DocumentJson.fromJson(Json.parse(text)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void absentIsNeverWrittenAsZero() {
        JsonObject json = DocumentJson.toJson(statistics());

        assertThat(json.get("relpages"))
                .isEqualTo(JsonObject.builder().put("absent", "locked").build());
        assertThat(json.get("indexes_size")).as("none kept is left out").isNull();
        assertThat(json.get("reltuples"))
                .isEqualTo(JsonObject.builder().put("estimated", 12).build());
    }

    private static TableStatistics statistics() {
        return new TableStatistics(
                NAME,
                Reading.estimated(12.0),
                Reading.absent(Reason.LOCKED),
                Reading.measured(8192L),
                Reading.absent(Reason.NONE_KEPT),
                Reading.measured(Long.MAX_VALUE),
                List.of(
                        new ColumnStatistics(
                                "c",
                                "jsonb",
                                true,
                                Reading.measured(0.25),
                                Reading.measured(8),
                                Reading.measured(-1.0),
                                Reading.absent(Reason.MASKED),
                                Reading.measured("{0.5,0.25}"),
                                Reading.measured("{\"a b\",c}"),
                                Reading.absent(Reason.NONE_KEPT),
                                Reading.absent(Reason.NO_PRIVILEGE),
                                Reading.absent(Reason.NONE_KEPT))));
    }

    private static TableActivity activity() {
        Reading<Long> none = Reading.absent(Reason.NONE_KEPT);
        return new TableActivity(
                NAME,
                Reading.measured(0L),
                Reading.measured(1L),
                none,
                none,
                Reading.measured(2L),
                Reading.measured(3L),
                Reading.measured(4L),
                Reading.measured(5L),
                Reading.measured(6L),
                Reading.measured(7L),
                Reading.measured(8L),
                Reading.measured(Instant.parse("2026-01-02T03:04:05.678901Z")),
                Reading.absent(Reason.NONE_KEPT),
                Reading.absent(Reason.NO_PRIVILEGE),
                Reading.absent(Reason.UNSUPPORTED_VERSION));
    }
}
